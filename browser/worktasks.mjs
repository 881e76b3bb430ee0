// What the people of a municipality do in the work area, with the clicks or keys that it takes, without JavaScript:
// hands in a plan of ten commitments, records a decision over forty elements, compares two decided days. Each is
// first tried with one click or key less, and must then fail with nothing done.

import { again, must, shut } from './lookout.mjs';
import { Reader } from './tasks.mjs';

const PLAN = 'a[href$="/arbete/planer/2027/kommunstyrelsen"]';
const rows = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => `Löfte nummer ${from + n}\tEnhetschef\t2027-10`).join('\n');

/** From the desk: ten rows pasted from Word, all under one goal. */
async function pastesTen(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('link', { name: /^Kommunstyrelsen, Plan 2027/ }));
  await reader.click(page.getByRole('link', { name: /^Klistra in en lista: Åtagande/ }));
  await page.getByLabel('Din lista').fill(rows(1, 10));
  await reader.click(page.getByRole('group', { name: /Processmål/ }).getByRole('checkbox'));
  await reader.click(page.getByRole('button', { name: 'Visa hur det blir' }));
  await reader.click(page.getByRole('button', { name: 'Spara 10 rader' }));
  await page.getByText('Löfte nummer 10').first().waitFor();
}

/** Whoever may hands the plan in. */
async function handsIn(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('link', { name: /^Kommunstyrelsen, Plan 2027/ }));
  await reader.click(page.getByRole('button', { name: /^Lämna in/ }));
  await page.getByText('Inlämnad.').waitFor();
}

/** The same by keyboard alone: thirty rows more, or forty. */
async function pastesByKeyboard(page, reader, site, from, to) {
  await page.goto(`${site}/arbete/`);
  await reader.tabTo(`main ${PLAN}`);
  await reader.press('Enter');
  await page.waitForURL(/\/planer\/2027\/kommunstyrelsen$/);
  await reader.tabTo('main a[href*="/lista?"]');
  await reader.press('Enter');
  await page.getByLabel('Din lista').waitFor();
  await reader.tabTo('textarea[name=lista]');
  await page.keyboard.insertText(rows(from, to));
  await reader.tabTo('main input[type=checkbox]');
  await reader.press('Space');
  await reader.tabTo('main button[name=spara], main button[name=visa]');
  await reader.press('Enter');
  await page.getByText(`Löfte nummer ${to}`).first().waitFor();
  if (/\/lista/.test(page.url())) {
    await reader.tabTo('main button[name=spara]');
    await reader.press('Enter');
    await page.waitForURL(/\/planer\/2027\/kommunstyrelsen/);
  }
  await page.getByText(`Löfte nummer ${to}`).first().waitFor();
}

async function handsInByKeyboard(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.tabTo(`main ${PLAN}`);
  await reader.press('Enter');
  await page.waitForURL(/\/planer\/2027\/kommunstyrelsen$/);
  await reader.tabTo('main form[action*="/lamna-in"] button');
  await reader.press('Enter');
  await page.getByText('Inlämnad.').waitFor();
}

/** The registrar records one decision over the forty. */
async function decides(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('link', { name: /^Kommunstyrelsen, Plan 2027/ }));
  const form = page.getByRole('main');
  must((await form.getByText(/Löfte nummer \d+/).count()) >= 40, 'the forty do not stand there');
  await page.getByLabel('Mötesdag').fill(await page.getByLabel('Mötesdag').getAttribute('max'));
  await page.getByLabel('Paragraf i protokollet').fill('92');
  await reader.click(page.getByRole('button', { name: 'För in beslutet och publicera' }));
  await page.getByText('Beslutet är infört').waitFor();
}

/** The same by keyboard alone, over forty more. */
async function decidesByKeyboard(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.tabTo('main a[href*="/planer/2027/kommunstyrelsen/beslut"]');
  await reader.press('Enter');
  await page.getByLabel('Mötesdag').waitFor();
  must((await page.getByRole('main').getByText(/Löfte nummer (4[1-9]|[5-8]\d)/).count()) >= 40, 'the forty do not stand there');
  await reader.tabTo('#dag');
  await reader.day(await page.locator('#dag').getAttribute('max'));
  await reader.tabTo('#paragraf');
  await page.keyboard.type('93');
  await reader.tabTo('main button.knapp:not(.lugn)');
  await reader.press('Enter');
  await page.getByText('Beslutet är infört').waitFor();
}

/** 11: an auditor compares two decided days of a row, and sees who changed what. */
async function audits(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.click(page.getByRole('link', { name: 'Historik', exact: true }));
  await reader.click(page.getByRole('link', { name: /^Löfte nummer 80/ }));
  await page.getByLabel('Från och med läget den').fill('2026-11-22');
  await reader.click(page.getByRole('button', { name: 'Jämför två dagar' }));
  await page.getByText('Den första dagen fanns inget här').waitFor();
  const said = await page.getByRole('main').innerText();
  must(/Sasha Exempel/.test(said), 'it does not say who wrote it');
  must(/Alex Exempel/.test(said) && /§ 93/.test(said), 'it does not say who recorded the decision, and which');
}

/** The same by keyboard alone, from the desk, with both days typed. */
async function auditsByKeyboard(page, reader, site) {
  await page.goto(`${site}/arbete/`);
  await reader.tabTo('.huvud a[href$="/arbete/historik"]');
  await reader.press('Enter');
  await page.waitForURL(/\/arbete\/historik$/);
  await reader.tabTo('main a[href*="/arbete/historik/ataganden/"]');
  await reader.press('Enter');
  await page.getByLabel('Från och med läget den').waitFor();
  await reader.tabTo('#fran');
  await reader.day('2026-11-22');
  await reader.tabTo('#till');
  await reader.day('2026-11-23');
  await reader.tabTo('main form button');
  await reader.press('Enter');
  await page.getByText('Den första dagen fanns inget här').waitFor();
  const said = await page.getByRole('main').innerText();
  must(/Exempel/.test(said) && /Alex Exempel/.test(said), 'it does not say who wrote it and who recorded the decision');
}

/** Two days of a document by keyboard: it was decided before the first, and again between them. */
async function auditsTwoDecidedDays(page, reader, site) {
  await page.goto(`${site}/arbete/historik/styrdokument/klimatplan`);
  await reader.tabTo('#fran');
  await reader.day('2013-01-01');
  await reader.tabTo('#till');
  await reader.day('2026-11-23');
  await reader.tabTo('main form button');
  await reader.press('Enter');
  await page.waitForURL(/fran=2013-01-01&till=2026-11-23/);
  await page.getByText('Fullmäktige bestämde 2016 att planen tillämpas').first().waitFor();
  must((await page.getByRole('main').locator('ins').count()) > 0, 'it does not say what was written');
  must(/Exempel/.test(await page.getByRole('main').innerText()), 'it does not say who changed it');
}

/** Tries a task with one click or key less than it takes, which must fail, and then does it. */
async function task(page, site, run, most) {
  const less = new Reader(page, most - 1);
  const told = await run(page, less, site).then(() => '', (error) => error.message.split('\n').slice(0, 4).join(' | '));
  must(/are needed/.test(told), `${run.name} with ${most - 1}: ${told || 'it did not fail'}`);
  const reader = new Reader(page, most);
  await run(page, reader, site);
  must(reader.used === most, `${run.name} takes ${reader.used}`);
}

/** By keyboard: in so many keys at most. */
const keys = (page, site, run, most, ...more) => run(page, new Reader(page, most), site, ...more);

/** By keyboard, with too few keys first: that must fail. */
async function counts(page, site, run, most) {
  const told = await keys(page, site, run, 10).then(() => '', (error) => error.message.split('\n').slice(0, 4).join(' | '));
  must(/are needed/.test(told), `${run.name} with 10 keys: ${told || 'it did not fail'}`);
  await keys(page, site, run, most);
}

/** Ten handed in, forty decided. */
export async function counted(chrome, site, cookies, see) {
  const [sasha, robin, alex] = await Promise.all(['sasha', 'robin', 'alex'].map((who) => again(chrome, cookies[who])));
  await task(sasha.page, site, pastesTen, 5);
  await task(robin.page, site, handsIn, 2);
  await robin.page.getByRole('button', { name: /^Ta tillbaka/ }).click();
  await robin.page.getByText('Tillbakatagen.').waitFor();
  await keys(sasha.page, site, pastesByKeyboard, 200, 11, 40);
  await see(sasha.page, 'a plan with forty rows');
  await keys(robin.page, site, handsInByKeyboard, 200);
  await task(alex.page, site, decides, 2);
  await see(alex.page, 'a decision over forty');
  await keys(sasha.page, site, pastesByKeyboard, 250, 41, 80);
  await keys(robin.page, site, handsInByKeyboard, 300);
  await counts(alex.page, site, decidesByKeyboard, 200);
  await Promise.all([sasha, robin, alex].map((who) => shut(who.context)));
}

/** Two decided days, by whoever audits. */
export async function compared(page, site) {
  await task(page, site, audits, 3);
  await counts(page, site, auditsByKeyboard, 200);
  await counts(page, site, auditsTwoDecidedDays, 200);
}
