// The rounds of a year made of those of the year before, with the clicks that it takes, and by keyboard.

import { must } from './lookout.mjs';
import { Reader } from './tasks.mjs';

/** From one's desk to a year that is set up: the issue allows ten. */
const CLICKS = 4;
const KEYS = 170;
/** Rounds that whoever goes by keyboard leaves to whoever clicks. */
const LEFT = 2;

async function set(page, reader, site, year, see) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('banner').getByRole('link', { name: 'Året' }));
  await see?.(page, 'the year');
  await reader.click(page.getByRole('navigation', { name: 'Andra år' }).getByRole('link', { name: String(year) }));
  await reader.click(page.getByRole('link', { name: `Lägg upp ${year} som ${year - 1}` }));
  await reader.click(page.getByRole('button', { name: 'Öppna omgångarna' }));
  await page.getByText('Det är sparat.').waitFor();
  await see?.(page, 'a year that is set up');
}

/** The same by keyboard alone, for all but the last of the rounds. */
async function setByKeyboard(page, reader, site, year, see) {
  await page.goto(`${site}/arbete/`);
  await reader.tabTo('.huvud a[href*="/arbete/aret/"]');
  await reader.press('Enter');
  await page.waitForURL(/\/arbete\/aret\/\d+$/);
  await reader.tabTo(`main nav a[href$="/arbete/aret/${year}"]`);
  await reader.press('Enter');
  await page.waitForURL(new RegExp(`/arbete/aret/${year}$`));
  await reader.tabTo(`main a[href$="/arbete/aret/${year}/omgangar"]`);
  await reader.press('Enter');
  await page.waitForURL(/\/omgangar$/);
  await see?.(page, 'a year made of the one before');
  const rounds = await page.locator('main input[name=med]').evaluateAll((all) => all.map(({ value }) => value));
  must(rounds.length > LEFT + 3, `${rounds.length} rounds are few`);
  for (const left of rounds.slice(-LEFT)) {
    await reader.tabTo(`main input[name=med][value="${left}"]`);
    await reader.press('Space');
  }
  await reader.tabTo('main button.knapp:not(.lugn)');
  await reader.press('Enter');
  await page.getByText('Det är sparat.').waitFor();
}

/** A round by keyboard alone, first without a name. */
async function one(page, reader, site, year, see) {
  await page.goto(`${site}/arbete/aret/${year}`);
  await reader.tabTo('main a[href*="/omgangar/ny"]');
  await reader.press('Enter');
  await page.waitForURL(/\/omgangar\/ny/);
  await see(page, 'a round to open');
  await reader.tabTo('button[value=spara]');
  await reader.press('Enter');
  await page.getByText('Skriv vad omgången heter').first().waitFor();
  await see(page, 'a round with faults');
  await reader.tabTo('#namn');
  await page.keyboard.type('Extra uppföljning');
  await reader.tabTo('#lage');
  await reader.day(`${year}-05-31`);
  await reader.tabTo('#sista-kind-committee');
  await reader.day(`${year}-06-15`);
  await reader.tabTo('button[value=spara]');
  await reader.press('Enter');
  await page.getByText('Det är sparat.').waitFor();
}

export async function setUp(page, site, see) {
  const year = new Date().getFullYear() + 1;
  const few = await setByKeyboard(page, new Reader(page, 20), site, year).then(() => '', (error) => error.message);
  must(/are needed/.test(few), `the control with 20 keys: ${few || 'it did not fail'}`);
  await setByKeyboard(page, new Reader(page, KEYS), site, year, see);
  const told = await set(page, new Reader(page, CLICKS - 1), site, year).then(() => '', (error) => error.message);
  must(/are needed/.test(told), `the control with ${CLICKS - 1}: ${told || 'it did not fail'}`);
  await set(page, new Reader(page, CLICKS), site, year, see);
  await one(page, new Reader(page, KEYS), site, year, see);
  await page.goto(`${site}/arbete/konto`);
  await page.getByRole('button', { name: 'Skapa en adress' }).click();
  await see(page, 'an address for a calendar');
}
