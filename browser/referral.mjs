// A plan that is handed in is sent for comment to another body, which answers, without JavaScript; each page looked at
// on the way.

import { must } from './lookout.mjs';

const WORDS = 'Bra att de unga får välja själva.\nVi vill vara med när platserna tas fram.';

/** Whoever sends council's orders out asks two bodies about them. */
export async function refers(page, site, see) {
  await page.goto(`${site}/arbete/planer/2027/kommunfullmaktige`);
  await page.getByRole('link', { name: 'Fråga andra organ' }).click();
  await see(page, 'a comment round to begin');
  await page.getByRole('button', { name: 'Skicka remissen' }).click();
  await page.getByText('Välj minst ett organ').first().waitFor();
  await see(page, 'a comment round with faults');
  await page.getByLabel('Kommunstyrelsen', { exact: true }).check();
  await page.getByLabel('Kultur- och fritidsnämnden', { exact: true }).check();
  await page.getByLabel('Sista dag att svara').fill('2026-12-03');
  await page.getByRole('button', { name: 'Skicka remissen' }).click();
  await page.getByText('Remissen är skickad.').waitFor();
  await see(page, 'a plan that is sent for comment');
}

/** Whoever approves for both bodies finds it on their desk, reads the plan and answers; nobody is waited for then. */
export async function answersReferral(page, site, see) {
  await page.goto(`${site}/arbete/`);
  const asked = page.getByRole('region', { name: 'Ni tillfrågas om andras planer' });
  await asked.getByText('Ber om synpunkter senast').waitFor();
  await see(page, 'a desk that is asked about a plan');
  await asked.getByRole('link').click();
  await see(page, 'a plan that asks us');
  await page.getByRole('link', { name: 'Svara på remissen' }).click();
  await see(page, 'an answer to a comment round');
  await page.getByRole('textbox', { name: 'Yttrande' }).fill(WORDS);
  await page.getByRole('button', { name: 'Lämna svaret' }).click();
  await page.getByText('Välj om ni yttrar er').first().waitFor();
  must((await page.getByRole('textbox', { name: 'Yttrande' }).inputValue()) === WORDS, 'what was typed is lost');
  await see(page, 'an answer to a comment round with a fault');
  await page.getByLabel('Kommunstyrelsen', { exact: true }).check();
  await page.getByLabel('Vi yttrar oss').check();
  await page.getByRole('button', { name: 'Lämna svaret' }).click();
  await page.getByText('Svaret är lämnat.').waitFor();
  await page.getByRole('link', { name: 'Läs svaren' }).click();
  await page.getByText('Vi vill vara med').waitFor();
  await see(page, 'what is answered in a comment round');
  await page.goto(`${site}/arbete/planer/2027/kommunfullmaktige/remissvar`);
  await page.getByLabel('Kultur- och fritidsnämnden', { exact: true }).check();
  await page.getByLabel('Vi har ingen erinran').check();
  await page.getByRole('button', { name: 'Lämna svaret' }).click();
  await page.getByText('Svaret är lämnat.').waitFor();
  await page.goto(`${site}/arbete/`);
  must(await page.getByText('Ni tillfrågas om andras planer').count() === 0, 'what is answered waits still');
}
