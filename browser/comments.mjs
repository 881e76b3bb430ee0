// Colleagues comment on a plan and its rows, without JavaScript; each page looked at on the way.

import { must } from './lookout.mjs';

const plan = (site) => `${site}/arbete/planer/2027/kommunstyrelsen`;
const box = (page) => page.getByRole('textbox', { name: /^(Kommentar|Svara|Ändra kommentaren)$/ });

/** Whoever writes the plan asks a colleague about it and about a row. */
export async function asks(page, site, see, row) {
  await page.goto(plan(site));
  await page.getByRole('link', { name: 'Kommentarer till planen' }).click();
  await see(page, 'no comments yet');
  await box(page).fill('Räcker pengarna?\n@nils vet nog.');
  await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
  await page.getByText('@nils kan inte läsa').first().waitFor();
  must((await box(page).inputValue()).endsWith('@nils vet nog.'), 'what was typed is lost');
  await see(page, 'a comment with a fault');
  await box(page).fill('Räcker pengarna?');
  await page.getByLabel(/^Robin Exempel/).check();
  await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
  await page.getByText('Kommentaren är skickad.').waitFor();
  await page.getByRole('link', { name: /^Ändra/ }).click();
  await box(page).fill('Räcker pengarna i år?');
  await see(page, 'a comment that is changed');
  await page.getByRole('button', { name: 'Ändra kommentaren' }).click();
  await page.getByText('Kommentaren är ändrad.').waitFor();
  await page.goto(plan(site));
  await page.getByRole('link', { name: new RegExp(`^Kommentera.*${row}`) }).click();
  await box(page).fill('Är tre rimligt, @robin?');
  await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
  await page.getByText('Kommentaren är skickad.').waitFor();
  await see(page, 'comments on a row');
}

/** Whoever is mentioned finds it on their desk, answers one and has nothing to do with the other. */
export async function answers(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('heading', { name: 'Någon har nämnt dig' }).waitFor();
  await see(page, 'a desk with mentions');
  await page.getByRole('button', { name: /^Klart för min del/ }).last().click();
  must(await page.getByRole('button', { name: /^Klart för min del/ }).count() === 1, 'what is done waits still');
  const mentioned = page.getByRole('region', { name: 'Någon har nämnt dig' });
  await mentioned.getByRole('link').click();
  await page.getByRole('link', { name: /^Svara/ }).click();
  await box(page).fill('Ja, om vi börjar i maj.');
  await see(page, 'an answer to a comment');
  await page.getByRole('button', { name: 'Svara' }).click();
  await page.getByText('Kommentaren är skickad.').waitFor();
  await page.getByRole('button', { name: /^Markera som klart/ }).click();
  await page.getByText('Samtalet är klart.').waitFor();
  await page.goto(`${site}/arbete/`);
  must(await page.getByRole('heading', { name: 'Någon har nämnt dig' }).count() === 0, 'what is answered waits still');
}

/** Once the plan is handed in its writer chooses who reads; an answer is begun that comes too late. */
export async function chooses(page, site, see) {
  await page.goto(`${plan(site)}/kommentarer`);
  must(await page.getByLabel('Bara inom förvaltningen').isChecked(), 'what is said goes out by itself');
  await page.getByLabel('Alla som får läsa planen').check();
  await box(page).fill('Frågor om planen?');
  await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
  await page.getByText('Kommentaren är skickad.').waitFor();
  await see(page, 'comments within and between');
  await box(page).fill('Skrivet medan det beslutades');
}

/** The plan is decided: the comments are gone, and what was being written is there to copy. */
export async function isTooLate(page, site, see) {
  await page.getByRole('button', { name: 'Skicka kommentaren' }).click();
  await page.getByText('Planen beslutades medan du skrev').waitFor();
  must((await page.locator('textarea').inputValue()) === 'Skrivet medan det beslutades', 'what was typed is lost');
  await see(page, 'a comment that came too late');
  await page.goto(`${plan(site)}/kommentarer`);
  await page.getByText('Det är beslutat, och kommentarerna är raderade.').waitFor();
}
