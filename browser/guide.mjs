// The pictures of docs/guide: a round of follow-up as each of four colleagues sees it, and what residents read. Small
// enough to lie beside the text: WebP, three quarters of the size on screen.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { again, must, shut, signIn } from './lookout.mjs';

const ROUND = 'Läget i november 2026';
const OWN = 'Nio blå elefanter sover';
const LATE = 'Två tankar kom först i november. Vi lånar två av grannkommunen till mars.';
const ASKED = 'Hur många dagar tog det i snitt?';
/** How much of what is on screen a picture holds, in pixels. */
const SCALE = 0.75;
/** How much one may weigh, in bytes. */
const MOST = 120_000;

/** Takes a picture from the top of something on the page, or so far above it, and so high. */
function camera(folder) {
  return async (page, name, height, from = 'main', above = 0) => {
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => document.activeElement.blur());
    const { width } = page.viewportSize();
    const y = await page.locator(from).first().evaluate((start) => start.getBoundingClientRect().top + window.scrollY);
    const devtools = await page.context().newCDPSession(page);
    const clip = { x: 0, y: Math.max(0, y - above), width, height, scale: width > 400 ? SCALE : 1 };
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 85, clip, captureBeyondViewport: true });
    const picture = Buffer.from(data, 'base64');
    must(picture.length <= MOST, `${name} weighs ${picture.length} bytes`);
    writeFileSync(join(folder, `${name}.webp`), picture);
  };
}

/** Somebody with a password of their own, so that no page asks for one. */
async function colleague(chrome, site, login, people) {
  const { page, context } = await signIn(chrome, site, login, people);
  await page.goto(`${site}/arbete/losenord`);
  await page.getByLabel('Nytt lösenord').fill(OWN);
  await page.getByLabel('Samma lösenord en gång till').fill(OWN);
  await page.getByRole('button', { name: 'Byt lösenord' }).click();
  await page.getByText('Lösenordet är bytt.').waitFor();
  const scripted = await again(chrome, await context.cookies(), {});
  await shut(context);
  return scripted.page;
}

/** What a strategist sets up. */
async function begins(page, site, shoot) {
  await page.goto(`${site}/arbete/malmodell`);
  await shoot(page, 'styrmodell', 700, 'section:has(form)');
  await page.goto(`${site}/arbete/omgangar/ny`);
  await page.locator('[name=namn]').fill(ROUND);
  await page.getByLabel('Uppföljning under året').check();
  await page.locator('[name=lage]').fill('2026-11-20');
  for (const kind of ['executive-board', 'committee', 'company']) await page.locator(`[name=sista-kind-${kind}]`).fill('2026-12-04');
  await page.getByRole('button', { name: 'Öppna omgången' }).click();
  await page.getByText('Det är sparat.').waitFor();
  await shoot(page, 'aret', 740, 'h2:has-text("Årshjulet")', 40);
}

const row = (page, number) => page.locator(`fieldset.rr:has([name="s-${number}"])`);
const judge = (page, number, how) => row(page, number).getByRole('radio', { name: how, exact: true }).check();

async function opened(page, site) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: ROUND, exact: true }).first().click();
}

/** Seven rows, one of which goes off course. */
async function reports(page, site, shoot) {
  await opened(page, site);
  for (const number of [729, 733, 735, 737, 741]) await judge(page, number, 'Enligt plan');
  await judge(page, 734, 'Risk');
  await row(page, 734).locator('[name=k-734]').fill('Tre chefer har slutat. Två nya börjar i januari.');
  await judge(page, 739, 'Avviker');
  await row(page, 739).locator('[name=k-739]').fill(LATE);
  await shoot(page, 'rad', 620, 'fieldset.rr:has([name="s-734"])');
  await page.getByRole('button', { name: 'Skicka in till granskning' }).click();
  await page.getByText('Inskickat till granskning.').waitFor();
}

async function reviews(page, site, shoot) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: `Granska ${ROUND}` }).click();
  await page.locator('[name=k-729]').fill(ASKED);
  await shoot(page, 'granska', 900);
  await page.getByRole('button', { name: 'Klart', exact: true }).click();
  await page.getByRole('heading', { name: 'Inget att granska' }).waitFor();
}

/** What was sent back, on a telephone. */
async function answers(page, site, shoot) {
  await opened(page, site);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText(ASKED).waitFor();
  await shoot(page, 'tillbaka', 820, `fieldset.rr:has-text("${ASKED}")`, 12);
}

async function decides(page, site, shoot) {
  await page.goto(`${site}/arbete/`);
  await page.locator('a[href*="/omgang/"][href$="/beslut/kommunstyrelsen"]').click();
  await page.getByLabel('Mötesdag').fill('2026-11-23');
  await page.getByLabel('Paragraf i protokollet').fill('95');
  await shoot(page, 'beslut', 900, 'fieldset:has-text("Vem har beslutat?")', 300);
  await page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
  await page.getByText('Beslutet är infört').first().waitFor();
}

/** What stands when some of it has come, and what residents read of it. */
async function stands({ kim, robin }, chrome, site, shoot) {
  await kim.goto(`${site}/arbete/`);
  await kim.getByRole('link', { name: `Översikt: ${ROUND}` }).click();
  await shoot(kim, 'oversikt', 1080);
  await robin.goto(`${site}/arbete/utfall?ar=2026`);
  await robin.locator('details:has(#lista)').evaluate((list) => { list.open = true; });
  await robin.locator('#lista').fill('Jobb eller studier efter etablering\t2026\t50,2\t43\t57\nElavbrott per kund\t2026\t7');
  await shoot(robin, 'utfall', 960);
  const visitor = await chrome.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  const page = await visitor.newPage();
  await page.goto(`${site}/ataganden/739`);
  await shoot(page, 'invanare', 560, 'main h1', 50);
  await shut(visitor);
}

/** Makes the pictures of the guide anew, and nothing else in their folder. */
export async function guide(chrome, { invented: site, people }, folder) {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) rmSync(join(folder, old));
  const shoot = camera(folder);
  const who = {};
  for (const login of ['kim', 'sasha', 'robin', 'alex']) who[login] = await colleague(chrome, site, login, people);
  await begins(who.kim, site, shoot);
  await reports(who.sasha, site, shoot);
  await reviews(who.robin, site, shoot);
  await answers(who.sasha, site, shoot);
  await decides(who.alex, site, shoot);
  await stands(who, chrome, site, shoot);
  return readdirSync(folder).length;
}
