// The site's own work: a governing document from its first word to its decision, a law that is checked, a page,
// an office, and answers that are erased under a decision. Without JavaScript; each page looked at on the way.

import { must } from './lookout.mjs';
import { sendsNothing } from './models.mjs';

const POLICY = 'Policy för öppna data';

/** Whoever writes for the executive board proposes a policy and sends it to whoever decides. */
export async function proposes(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: 'Styrdokument', exact: true }).click();
  await see(page, 'the governing documents of somebody who writes');
  await page.getByRole('link', { name: 'Skriv ett styrdokument' }).click();
  await page.getByRole('button', { name: 'Spara som förslag' }).click();
  await see(page, 'a governing document with faults');
  await page.getByLabel('Typ', { exact: true }).selectOption('policy');
  await page.getByLabel('Titel').fill(POLICY);
  await page.getByLabel('Sammanfattning (frivilligt)').fill('Det här stycket står två gånger.\n\nDet här stycket står två gånger.');
  await page.getByLabel('Alla nämnder och bolag').check();
  await page.getByLabel('Ansvarig nämnd eller bolag').selectOption({ label: 'Kommunstyrelsen' });
  await page.getByRole('button', { name: 'Visa hur det blir' }).click();
  await page.getByText(/Stycket står två gånger/).first().waitFor();
  await see(page, 'a governing document to look at');
  await page.getByRole('button', { name: 'Spara som förslag' }).click();
  await page.getByText('Sparat som förslag.').waitFor();
  await see(page, 'a governing document that is proposed');
  const proposed = page.url();
  await sendsNothing(page.getByRole('button', { name: 'Spara som förslag' }));
  await see(page, 'a governing document that is proposed, with faults');
  await page.goto(proposed);
  await page.getByRole('button', { name: 'Lämna till beslut' }).click();
  await page.getByText('Lämnat till beslut.').first().waitFor();
}

/** The registrar records that it was adopted, and residents read it. */
export async function adopts(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: POLICY }).click();
  await see(page, 'the decision over a governing document');
  const today = await page.getByLabel('Mötesdag').getAttribute('max');
  await page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
  await see(page, 'the decision over a governing document, with faults');
  await page.getByLabel('Kommunfullmäktige').check();
  await page.getByLabel('Mötesdag').fill(today);
  await page.getByLabel('Paragraf i protokollet').fill('117');
  await page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
  await page.getByText('Styrdokumentet står nu').waitFor();
  await page.goto(`${site}/styrdokument/policy-for-oppna-data`);
  must(/§ 117/.test(await page.getByRole('main').innerText()), 'the decision is not on the page of the document');
}

/** The strategist says that a law was checked. */
export async function checks(page, site, see) {
  await page.goto(`${site}/arbete/lagar`);
  await see(page, 'the laws of a strategist');
  await page.getByRole('link', { name: 'Exempelskollagen' }).click();
  await see(page, 'a law');
  await page.getByLabel('Källans adress').last().fill('ingen adress');
  await page.getByRole('button', { name: 'De stämmer' }).click();
  await see(page, 'a law with a fault');
  await page.getByLabel('Källans adress').last().fill('https://exempel.invalid/sfs');
  await page.getByRole('button', { name: 'De stämmer' }).click();
  await page.getByText('Kontrollen är sparad.').waitFor();
}

/** The editor writes a page, says who answers for another, adds an office and erases an answer. */
export async function keepsSite(page, site, see) {
  await page.goto(`${site}/arbete/webbplats/sidor`);
  await see(page, 'the pages of an editor');
  await page.getByRole('link', { name: 'Skriv en sida' }).click();
  await page.getByLabel('Rubrik').first().fill('Så överklagar du');
  await page.getByLabel('Text', { exact: true }).first().fill('# Steg för steg\n\nLäs [mer](/finns-inte).\n\n| Vem | När |\n|---|---|\n| Nämnden | tre veckor |');
  await page.getByLabel('Ansvarig roll (frivilligt)').first().fill('Kommunjurist');
  await page.getByRole('button', { name: 'Visa hur det blir' }).click();
  await page.getByText('leder ingenstans på webbplatsen').first().waitFor();
  await see(page, 'a page to look at');
  await page.getByLabel('Text', { exact: true }).first().fill('# Steg för steg\n\nLäs [mer](/kontakt).\n\n| Vem | När |\n|---|---|\n| Nämnden | tre veckor |');
  await page.getByRole('button', { name: 'Publicera' }).click();
  await page.getByText('Publicerat.').waitFor();
  await page.goto(`${site}/arbete/webbplats/ansvar?sida=/kontakt`);
  await see(page, 'who answers for a page');
  await page.goto(`${site}/arbete/webbplats/kontakt/nytt`);
  await see(page, 'an office to add');
  await page.getByRole('button', { name: 'Publicera' }).click();
  await see(page, 'an office with faults');
  await page.goto(`${site}/arbete/webbplats/svar`);
  await page.getByText('Skriv vad som ändrades').first().click();
  await page.locator('.svar textarea').first().fill('långt '.repeat(300));
  await page.locator('.svar').getByRole('button', { name: 'Spara' }).first().click();
  await page.locator('#fel').waitFor();
  await see(page, 'what residents answered, with a fault');
  await page.goto(`${site}/arbete/webbplats/svar`);
  await page.getByText('Skriv vad som ändrades').first().click();
  await page.getByRole('link', { name: 'Gallra det här svaret' }).first().click();
  await page.getByRole('button', { name: 'Visa vad som tas bort' }).click();
  await see(page, 'answers to erase, with faults');
  await page.getByLabel('Vad beslutet heter').fill('Gallring av svar');
  await page.getByLabel('Beslutsdag').fill('2020-01-01');
  await page.getByLabel('Diarienummer').fill('EX/2020:1');
  await page.getByRole('button', { name: 'Visa igen' }).click();
  await page.getByRole('button', { name: 'Ta bort svaren' }).click();
  await page.getByText('Svaren är borttagna.').waitFor();
  await see(page, 'answers that were erased');
  await page.goto(`${site}/sidor/sa-overklagar-du`);
  await page.getByRole('heading', { name: 'Steg för steg' }).waitFor();
  await translates(page, site, see);
}

/** The editor sees what is not in Finnish, and translates a commitment. */
async function translates(page, site, see) {
  await page.goto(`${site}/arbete/webbplats`);
  await page.getByRole('link', { name: 'Se vad som saknar översättning' }).click();
  await see(page, 'what lacks a translation');
  await page.goto(`${site}/arbete/webbplats/oversattningar?slag=ataganden`);
  const first = page.locator('#saknar li a').first();
  const address = await first.getAttribute('href');
  await first.click();
  await see(page, 'a thing to translate');
  await page.getByLabel('Suomi').first().fill('Vesi tutkitaan joka viikko');
  await page.getByLabel('Vem har översatt?').fill('');
  await page.getByRole('button', { name: 'Spara översättningen' }).click();
  await page.locator('#fel').waitFor();
  await see(page, 'a thing to translate, with a fault');
  await page.getByLabel('Vem har översatt?').fill('Kommunens översättare');
  await page.getByRole('button', { name: 'Spara översättningen' }).click();
  await page.getByText('Översättningen är sparad').waitFor();
  await page.goto(site + address);
  if ((await page.getByLabel('Suomi').first().inputValue()) !== 'Vesi tutkitaan joka viikko') {
    throw new Error('the translation does not stand in its form');
  }
}
