// One committee becomes three, with the clicks and the keys that it takes, without JavaScript.

import { must } from './lookout.mjs';
import { Reader } from './tasks.mjs';

const NEW = ['Äldrenämnden', 'Funktionsrättsnämnden', 'Hemvårdsnämnden'];
const CARE = 'Vård- och omsorgsnämnden';
const WORK = 'arbetsmarknads-och-vuxenutbildningsnamnden';
const INTO = ['Arbetsnämnden', 'Komvuxnämnden', 'Näringslivsnämnden'];
/** From one's desk to a change that is made. */
const CLICKS = 5;
const KEYS = 170;

async function split(page, reader, site, see) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('banner').getByRole('link', { name: 'Organisation' }));
  await see?.(page, 'the organisation');
  await reader.click(page.getByRole('cell', { name: CARE }).or(page.getByRole('rowheader', { name: CARE })).getByRole('link'));
  await see?.(page, 'a body and what it carries');
  await reader.click(page.getByRole('link', { name: 'Ange sista dagen' }));
  await see?.(page, 'a reorganisation');
  await page.getByLabel('Sista dagen').fill('2099-12-31');
  for (const [at, name] of NEW.entries()) await page.locator(`#namn-${at + 1}`).fill(name);
  await reader.click(page.getByRole('button', { name: 'Se vad som händer' }));
  await see?.(page, 'what a reorganisation does');
  await reader.click(page.getByRole('button', { name: 'Genomför' }));
  await page.getByText('Ändringen är gjord.').waitFor();
  await see?.(page, 'the organisation with a change under way');
  await page.getByText(`Tar över: ${NEW[0]}, ${NEW[1]} och ${NEW[2]}`).first().waitFor();
}

/** The same by keyboard alone, of another committee. */
async function splitByKeyboard(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.tabTo('.huvud a[href$="/arbete/organisation"]');
  await reader.press('Enter');
  await page.waitForURL(/\/arbete\/organisation$/);
  await reader.tabTo(`main a[href$="/arbete/organisation/${WORK}"]`);
  await reader.press('Enter');
  await page.waitForURL(new RegExp(`/organisation/${WORK}$`));
  await reader.tabTo('main a[href*="/omorganisation"]');
  await reader.press('Enter');
  await page.waitForURL(/\/omorganisation/);
  await reader.tabTo('#sista');
  await reader.day('2098-12-31');
  for (const [at, name] of INTO.entries()) {
    await reader.tabTo(`#namn-${at + 1}`);
    await page.keyboard.type(name);
  }
  await reader.tabTo('button[value=granska]');
  await reader.press('Enter');
  await page.getByRole('heading', { name: 'Det här händer' }).waitFor();
  await reader.tabTo('button[value=genomfor]');
  await reader.press('Enter');
  await page.getByText(`Tar över: ${INTO[0]}, ${INTO[1]} och ${INTO[2]}`).first().waitFor();
}

/** By keyboard back: the three become one again before they have begun. */
async function merged(page, reader, site) {
  await page.goto(`${site}/arbete/organisation`);
  await reader.tabTo('main a[href$="/omorganisation"]');
  await reader.press('Enter');
  await page.waitForURL(/\/omorganisation$/);
  for (const name of NEW) {
    const box = await page.getByRole('group', { name: 'Vad upphör?' }).getByRole('checkbox', { name }).getAttribute('value');
    await reader.tabTo(`input[name=upphor][value="${box}"]`);
    await reader.press('Space');
  }
  await reader.tabTo('#sista');
  await reader.day('2100-12-31');
  await reader.tabTo('#namn-1');
  await page.keyboard.type('Omsorgsnämnden');
  await reader.tabTo('button[value=granska]');
  await reader.press('Enter');
  await page.getByRole('heading', { name: 'Det här händer' }).waitFor();
  await reader.tabTo('button[value=genomfor]');
  await reader.press('Enter');
  await page.getByText('Ändringen är gjord.').waitFor();
}

/** A committee gets a name with the decision behind it, a fault first; and a change that was made without one gets it afterwards. */
async function decided(page, site, see) {
  await page.goto(`${site}/arbete/organisation/bydalens-namnd`);
  await page.getByLabel('Namn', { exact: true }).fill('Bydalens och Åsens nämnd');
  await page.locator('#namn-fran').locator('xpath=ancestor::form').getByRole('button').click();
  await page.getByText('Beslutet bakom ändringen').click();
  await page.getByLabel('Mötesdag').fill('2026-05-25');
  await page.getByLabel('Paragraf i protokollet').fill('femte');
  await page.getByRole('button', { name: 'Genomför' }).click();
  await page.getByText('Skriv paragrafen').first().waitFor();
  await see(page, 'a change with a faulty decision');
  await page.getByLabel('Paragraf i protokollet').fill('88');
  await page.getByRole('button', { name: 'Genomför' }).click();
  await page.getByText('Ändringen är gjord.').waitFor();
  await page.getByRole('link', { name: 'utan angivet beslut' }).click();
  await see(page, 'changes without a decision');
  await page.getByRole('button', { name: 'För in beslutet' }).click();
  await page.getByText('Välj minst en ändring').first().waitFor();
  await see(page, 'a decision about the organisation with faults');
  await page.goto(`${site}/arbete/organisation/vard-och-omsorgsnamnden`);
  await see(page, 'a body with a change that waits for its decision');
  await page.getByRole('link', { name: 'Ange beslutet' }).click();
  await page.getByLabel('Mötesdag').fill('2026-05-25');
  await page.getByLabel('Paragraf i protokollet').fill('89');
  await page.getByRole('button', { name: 'För in beslutet' }).click();
  await page.getByText('Beslutet är infört.').waitFor();
  await page.goto(`${site}/arbete/organisation/vard-och-omsorgsnamnden`);
  await page.getByText('§ 89').first().waitFor();
}

export async function reorganised(page, site, see) {
  await page.goto(`${site}/arbete/omorganisation`);
  await page.getByRole('button', { name: 'Se vad som händer' }).click();
  await see(page, 'a reorganisation with faults');
  const fails = async (run, most) => {
    const told = await run(page, new Reader(page, most), site).then(() => '', (error) => error.message);
    must(/are needed/.test(told), `the control with ${most}: ${told || 'it did not fail'}`);
  };
  await fails(split, CLICKS - 1);
  await split(page, new Reader(page, CLICKS), site, see);
  const reader = new Reader(page, KEYS);
  await merged(page, reader, site);
  await fails(merged, 10);
  await fails(splitByKeyboard, 60);
  await splitByKeyboard(page, new Reader(page, KEYS), site);
  must(reader.used > 100, `${reader.used} keys are few: say so`);
  await decided(page, site, see);
}
