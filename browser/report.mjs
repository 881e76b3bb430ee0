// A round of follow-up in a browser: rows are reported, looked at, decided and read by residents, without JavaScript;
// and the tasks of the design with the clicks and keys that they take, each tried with too few, which must fail.

import { again, must, shut } from './lookout.mjs';
import { Reader } from './tasks.mjs';

const ROUND = 'Extra läge 2026';
const OWN = 'Nio blå elefanter sover';
const WHY = 'Leverantören blev sen. Vi har bytt leverantör.';

/** The rows that stand open and are promises of the year: those of which a forecast is asked. */
const promises = (page) => page.locator('section > ol.rapportlista fieldset.rr:has(select[name^="h-"])');
const choice = (row, name) => row.getByRole('radio', { name, exact: true });
const comment = (row) => row.locator('textarea[name^="k-"]');
const outcome = (row) => row.locator('input[name^="v-"]');

/** What was reached last time, or else what is aimed at: neither is odd. */
async function asLastTime(row) {
  const known = await row.locator('.utfall .forr').innerText();
  return (known.match(/utfallet ([\d,\u00a0 ]+)/) ?? known.match(/([\d,\u00a0 ]+)/))[1].trim();
}

/** Whoever leads the work opens an extra round, about the week before. */
async function opens(page, site) {
  await page.goto(`${site}/arbete/omgangar/ny`);
  await page.locator('[name=namn]').first().fill(ROUND);
  await page.locator('[name=slag][value=delar]').check();
  await page.locator('[name=lage]').fill('2026-11-20');
  await page.locator('[name=sista-kind-committee]').fill('2026-12-04');
  await page.getByRole('button', { name: 'Öppna omgången' }).click();
  await page.getByText(ROUND).first().waitFor();
}

/** 5: whoever leads the round sees who is missing, and whom a reminder would reach. Sent is it where mail is (`web/tests/it/mail`). */
async function seesWhoIsMissing(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('link', { name: `Översikt: ${ROUND}` }));
  await page.getByRole('heading', { name: 'Vem har lämnat vad?' }).waitFor();
  await reader.click(page.getByRole('link', { name: 'Påminn dem som saknas' }));
  await page.getByRole('heading', { name: 'Påminn dem som saknas' }).waitFor();
}

/** How the round goes, to the eye. */
async function overviews(page, site, see, name) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: `Översikt: ${ROUND}` }).click();
  await page.getByRole('heading', { name: 'Balansen mellan perspektiven' }).waitFor();
  await see(page, name);
  await page.locator('a.cell').nth(1).click();
  await page.getByText('Texten syns först när raden är inskickad').waitFor();
  await see(page, `${name}, and the rows of a body`);
}

/** What a contributor meets first: a row of which nothing is said, one without its reason, one that is fetched. */
async function begins(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await see(page, 'a desk with a round to report in');
  await page.getByRole('link', { name: ROUND }).click();
  await see(page, 'what is reported in a round');
  await page.getByRole('button', { name: 'Skicka in till granskning' }).click();
  await page.getByText('Det finns inget att skicka in').first().waitFor();
  const row = promises(page).first();
  await choice(row, 'Avviker').check();
  await page.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
  await page.getByText('skriv varför, och vad ni gör åt det').first().waitFor();
  must(await choice(promises(page).first(), 'Avviker').isChecked(), 'what was chosen is lost');
  const counted = promises(page).filter({ has: page.locator('.utfall') }).first();
  await choice(counted, 'Enligt plan').check();
  await outcome(counted).fill('99 000 000');
  await page.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
  await page.getByLabel(/^Ja, 99.000.000 stämmer/).waitFor();
  await see(page, 'what is reported in a round, with faults');
  await page.goto(`${site}/arbete/`);
}

/** 1: eight rows, six of them with how much is reached and three with a comment, are reported and sent. */
async function reportsEight(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('link', { name: ROUND }));
  const counts = promises(page).filter({ has: page.locator('.utfall') });
  const others = promises(page).filter({ hasNot: page.locator('.utfall') });
  for (let n = 0; n < 8; n += 1) {
    const row = n < 6 ? counts.nth(n) : others.nth(n - 6);
    await reader.click(choice(row, n < 3 ? 'Risk' : 'Enligt plan'));
    if (n < 6) {
      await reader.click(outcome(row));
      await page.keyboard.insertText(await asLastTime(row));
    }
    if (n < 3) {
      await reader.click(comment(row));
      await page.keyboard.insertText(WHY);
    }
  }
  await reader.click(page.getByRole('button', { name: 'Skicka in till granskning' }));
  await page.getByText('Inskickat till granskning.').waitFor();
}

const CHOICES = '.rr:has(select[name^="h-"]) .valrad input';

/** The same by keyboard alone, with scripts, over what is left: a key chooses, and another sends. */
async function reportsByKeyboard(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.tabTo('main a[href$="/rapportera"]');
  await reader.press('Enter');
  await page.waitForURL(/\/rapportera$/);
  const rows = Math.min(8, await promises(page).count());
  must(rows >= 4, `${rows} rows are left to report by keyboard`);
  for (let n = 0; n < rows; n += 1) {
    await reader.tabTo(CHOICES);
    await reader.press(n === 0 ? '3' : '2');
    if (n > 0) continue;
    await reader.tabTo('.rr textarea[name^="k-"]');
    await page.keyboard.insertText(WHY);
  }
  await reader.press('Control+Enter');
  await page.getByText('Inskickat till granskning.').waitFor();
  return reader.used;
}

/** 4: of eight rows the head of administration approves seven, and sends one back with a comment. */
async function reviews(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('link', { name: `Granska ${ROUND}` }));
  await page.getByRole('heading', { name: '8 rader att granska' }).waitFor();
  await reader.click(page.getByRole('textbox', { name: /^Skicka tillbaka/ }).first());
  await page.keyboard.insertText('Hur många fick plats?');
  await reader.click(page.getByRole('button', { name: 'Klart', exact: true }));
  await page.getByText('Godkända rader väntar på beslut. De som').waitFor();
}

/** The row that was sent back says what is asked for, and is sent again. */
async function answers(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: ROUND }).click();
  const row = page.locator('fieldset.rr').filter({ hasText: 'Hur många fick plats?' });
  await see(page, 'a row that was sent back');
  await comment(row).fill(`${WHY} Tjugo fick plats.`);
  await page.getByRole('button', { name: 'Skicka in till granskning' }).click();
  await page.getByText('Inskickat till granskning.').waitFor();
  await see(page, 'rows that are reported');
}

/** Whoever looks at it again sees what they asked for and what it said then. */
async function looksAgain(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: `Granska ${ROUND}` }).click();
  await page.getByText('Det här skulle kompletteras:').waitFor();
  await see(page, 'a row to review again');
  await page.getByRole('checkbox', { name: /^Låt vänta/ }).first().check();
  await page.getByRole('button', { name: 'Klart', exact: true }).click();
  await page.getByText('Ingen rad är godkänd').first().waitFor();
  await see(page, 'a review with a fault');
  await page.getByRole('checkbox', { name: /^Låt vänta/ }).first().uncheck();
  await page.getByRole('button', { name: 'Klart', exact: true }).click();
  await page.getByRole('heading', { name: 'Inget att granska' }).waitFor();
  await see(page, 'nothing to review');
}

/** The registrar records the decision of the board, and residents read it. */
async function decides(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await page.locator('a[href*="/beslut/kommunstyrelsen"][href*="/omgang/"]').first().click();
  await see(page, 'the decision over a report');
  await page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
  await see(page, 'the decision over a report, with faults');
  await page.getByLabel('Mötesdag').fill('2026-11-23');
  await page.getByLabel('Paragraf i protokollet').fill('95');
  await page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
  await page.getByText('Beslutet är infört').waitFor();
}

/** A password of their own, for whoever signs in again. */
async function chooses(page, site) {
  await page.goto(`${site}/arbete/losenord`);
  await page.getByLabel('Nytt lösenord').fill(OWN);
  await page.getByLabel('Samma lösenord en gång till').fill(OWN);
  await page.getByRole('button', { name: 'Byt lösenord' }).click();
  await page.getByText('Lösenordet är bytt.').waitFor();
}

/** 3: the sign-in ends in the middle of a sentence, and all of it is there again. */
async function resumes(page, reader, site, cookies) {
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  await page.goto(`${site}/arbete/`);
  await page.locator('a[href$="/rapportera"]').first().click();
  // A row that nobody has decided: what is decided asks for another word.
  const row = page.locator('fieldset.rr:not(:has([name^="ratt-"]))').first();
  const field = row.locator('textarea[name^="k-"]');
  await row.evaluate((own) => own.closest('details')?.setAttribute('open', ''));
  await row.getByRole('radio').nth(1).click();
  const name = await field.getAttribute('name');
  await field.fill(`Vi väntar på ${reader.left}`);
  await page.getByRole('status').filter({ hasText: 'Det du har skrivit hittills är sparat' }).waitFor();
  await page.context().clearCookies();
  const said = `Vi väntar på leverans till april, för ${reader.left} gången.`;
  await field.fill(said);
  await page.getByRole('status').filter({ hasText: 'Du är inte inloggad längre' }).waitFor();
  await reader.click(page.getByRole('button', { name: 'Spara och fortsätt senare' }));
  await page.getByLabel('Användarnamn').fill('sasha');
  await page.getByLabel('Lösenord', { exact: true }).fill(OWN);
  await reader.click(page.getByRole('button', { name: 'Logga in', exact: true }));
  await reader.click(page.getByRole('button', { name: 'Spara det jag skrev' }));
  await page.getByText('Sparat. Inget är inskickat än.').waitFor();
  must((await page.locator(`[name="${name}"]`).inputValue()) === said, 'what was typed after the sign-in ended is lost');
}

/** With too few first: that must fail. */
async function task(page, site, run, most, ...more) {
  const less = new Reader(page, most - 1);
  const told = await run(page, less, site, ...more).then(() => '', (error) => error.message.split('\n').slice(0, 4).join(' | '));
  must(/are needed/.test(told), `${run.name} with ${most - 1}: ${told || 'it did not fail'}`);
  const reader = new Reader(page, most);
  await run(page, reader, site, ...more);
  must(reader.used === most, `${run.name} takes ${reader.used}`);
}

/** From a round that opens to what residents read. */
export async function reported(chrome, site, people, see) {
  const cookies = people.signedIn;
  const [kim, sasha, robin, alex] = await Promise.all(['kim', 'sasha', 'robin', 'alex'].map((who) => again(chrome, cookies[who])));
  await opens(kim.page, site);
  await kim.page.goto(`${site}/lank/${'0'.repeat(64)}`);
  await see(kim.page, 'a link that leads nowhere any more');
  await overviews(kim.page, site, see, 'a round of which nothing is in');
  await task(kim.page, site, seesWhoIsMissing, 2);
  await see(kim.page, 'a reminder to look at');
  await begins(sasha.page, site, see);
  await task(sasha.page, site, reportsEight, 19);
  await robin.page.goto(`${site}/arbete/`);
  await robin.page.getByRole('link', { name: `Granska ${ROUND}` }).click();
  await see(robin.page, 'rows to review');
  await task(robin.page, site, reviews, 3);
  await answers(sasha.page, site, see);
  await looksAgain(robin.page, site, see);
  await decides(alex.page, site, see);
  await overviews(kim.page, site, see, 'a round that is coming in');
  const scripted = await again(chrome, cookies.sasha, {});
  const [less, keys] = [new Reader(scripted.page, 10), new Reader(scripted.page, 80)];
  const told = await reportsByKeyboard(scripted.page, less, site).then(() => '', (error) => error.message);
  must(/are needed/.test(told), `by keyboard with 10 keys: ${told || 'it did not fail'}`);
  console.log(`reported by keyboard in ${await reportsByKeyboard(scripted.page, keys, site)} keys`);
  await chooses(scripted.page, site);
  await task(scripted.page, site, resumes, 3, await scripted.context.cookies());
  await Promise.all([kim, sasha, robin, alex, scripted].map((who) => shut(who.context)));
}
