// Outcomes in a browser: typed in, pasted from a spreadsheet with two faults that are put right, and decided; without
// JavaScript, with the clicks counted and tried with one too few, which must fail.

import { again, must, shut } from './lookout.mjs';
import { Reader } from './tasks.mjs';

/** What is wrong in the list, and what is right. */
const WRONG = [['saknar', ''], ['oklart', '']];
const THIS_YEAR = '/arbete/utfall?ar=2026';

/** Twenty rows as a spreadsheet has them: the indicators of a page with last year's figures, and one row of the year before. */
async function twenty(page, site) {
  await page.goto(`${site}/arbete/utfall?ar=2025`);
  const rows = await page.locator('.utfallsrad').evaluateAll((all) => all.map((row) => {
    const [name] = row.querySelector('legend').firstChild.textContent.split(/, \d{4}/);
    return [name, ...[...row.querySelectorAll('.utfall-tal input[name^="v-"]')].map((field) => field.value.replace(/\s/g, '\u00a0'))];
  }));
  const lines = rows.map(([name, ...figures]) => [name, '2026', ...figures]);
  lines.push([rows[0][0], '2025', ...rows[0].slice(1)]);
  must(lines.length >= 20, `${lines.length} rows to paste`);
  return lines.slice(-20);
}

/** 7: twenty outcomes are pasted, two that are wrong are put right where they stand, and all is saved. */
async function pastesTwenty(page, reader, site, lines) {
  await page.goto(`${site}${THIS_YEAR}`);
  await reader.click(page.getByText('Klistra in från Excel'));
  await reader.click(page.locator('#lista'));
  await page.keyboard.insertText(lines.map((cells) => cells.join('\t')).join('\n'));
  await reader.click(page.getByRole('button', { name: 'Lägg in i raderna' }));
  await page.getByRole('heading', { name: '20 rader ur din lista' }).waitFor();
  for (const [wrong, right] of WRONG) {
    await reader.click(page.locator(`input[value="${wrong}"]`));
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(right);
  }
  await reader.click(page.getByRole('button', { name: 'Spara utfallen' }).last());
  await page.getByText(/värden är sparade|Ett värde är sparat/).waitFor();
}

/** With too few first: that must fail, and nothing is saved by it. */
async function counted(page, site, lines) {
  const most = 6;
  const told = await pastesTwenty(page, new Reader(page, most - 1), site, lines).then(() => '', (error) => error.message);
  must(/are needed/.test(told), `pasted with ${most - 1} clicks: ${told || 'it did not fail'}`);
  const reader = new Reader(page, most);
  await pastesTwenty(page, reader, site, lines);
  must(reader.used === most, `pasted with ${reader.used} clicks`);
}

export async function measured(chrome, site, cookies, see) {
  const robin = await again(chrome, cookies.robin);
  const lines = await twenty(robin.page, site);
  await robin.page.goto(`${site}${THIS_YEAR}`);
  await see(robin.page, 'outcomes of a year');
  await robin.page.locator('.utfall-tal input').first().fill('många');
  await robin.page.locator('#lista').evaluate((field) => { field.value = 'Något annat\t2026\t3'; });
  await robin.page.getByRole('button', { name: 'Spara utfallen' }).last().click();
  await see(robin.page, 'outcomes with faults');
  // Two are wrong.
  const shares = lines.filter(([, year]) => year === '2026').slice(0, 2);
  shares.forEach((cells, n) => {
    WRONG[n][1] = cells[2];
    cells[2] = WRONG[n][0];
  });
  await counted(robin.page, site, lines);
  await see(robin.page, 'outcomes that are saved');
  await shut(robin.context);
}
