// What is found of the words of a row is told while they are typed, and without scripts when it is asked for.

import { again, must, shut } from './lookout.mjs';

const VAGUE = 'Verka för trygghet';
const ASKED = '”Verka för”: vad ska bli gjort?';
const TRIES = 'Pröva orden utan att spara';

async function begins(page, site) {
  await page.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  await page.getByRole('link', { name: /^Skriv: Åtagande/ }).click();
}

async function whileTyped(page, site, see) {
  await begins(page, site);
  const found = page.locator('#prov');
  must((await found.innerText()).trim() === '', 'words are found missing before anybody has written');
  must(await page.getByRole('button', { name: TRIES }).isHidden(), 'the button stands there though nobody needs it');
  await page.getByLabel('Vad lovar ni?').click();
  await page.keyboard.type(VAGUE);
  await found.getByText(ASKED).waitFor();
  await found.getByText('Ansvarsfördelat: saknas').waitFor();
  await see(page, 'words that are tried while they are typed');
  await page.getByLabel('Vad lovar ni?').fill('Öppna två rum');
  await page.locator('#roll').fill('Enhetschef');
  await found.getByText('Ansvarsfördelat: saknas').waitFor({ state: 'detached' });
  must((await found.getByText(ASKED).count()) === 0, 'it asks about words that stand there no more');
  must(await page.locator('#roll').evaluate((field) => field === document.activeElement), 'whoever types is led away');
  await page.getByRole('status').filter({ hasText: 'Det du har skrivit hittills är sparat' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Släng det' }).click();
}

async function whenAsked(page, site, see) {
  await begins(page, site);
  await page.getByLabel('Vad lovar ni?').fill(VAGUE);
  await page.getByRole('button', { name: TRIES }).click();
  await page.locator('#prov').getByText(ASKED).waitFor();
  must(await page.locator('#prov').evaluate((found) => found === document.activeElement), 'the eye is not led to what was found');
  must((await page.getByLabel('Vad lovar ni?').inputValue()) === VAGUE, 'what was typed is gone');
  await see(page, 'words that were tried');
  await page.getByRole('link', { name: 'Avbryt' }).click();
  must((await page.locator('main h3').filter({ hasText: VAGUE }).count()) === 0, 'words that were tried are saved');
}

export async function words(chrome, site, cookies, see) {
  for (const [scripts, walk] of [[true, whileTyped], [false, whenAsked]]) {
    const { page, context } = await again(chrome, cookies, { javaScriptEnabled: scripts });
    await walk(page, site, see);
    await shut(context);
  }
}
