// Tasks 9, 10 and 12 of the design: what a reader does, with the clicks or keys it takes.
// Each is done again with one click or key less than it took, and must then fail.
import { readFileSync } from 'node:fs';
import { must, shut } from './lookout.mjs';

/** Somebody who may click or press so many times. */
export class Reader {
  constructor(page, most) {
    this.page = page;
    this.left = most;
    this.used = 0;
  }

  spend() {
    this.used += 1;
    this.left -= 1;
    if (this.left < 0) throw new Error(`more than ${this.used - 1} are needed`);
  }

  async click(locator) {
    this.spend();
    await locator.first().click();
  }

  async press(key) {
    this.spend();
    await this.page.keyboard.press(key);
  }

  /** Types a day into the date field that has the focus, by its digits: in the order in which the browser has its parts. */
  async day(day) {
    const [year, month, date] = day.split('-');
    const typed = () => this.page.evaluate(() => document.activeElement.value);
    for (const digits of [month + date + year, year + month + date, date + month + year]) {
      for (const digit of digits) await this.press(digit);
      if ((await typed()) === day) return;
      for (let part = 0; part < 3; part += 1) await this.press('ArrowLeft');
    }
    throw new Error(`the field says ${await typed()} where ${day} was typed`);
  }

  /** Goes on with the tabulator until the focus is on what answers to a selector. */
  async tabTo(selector) {
    for (;;) {
      await this.press('Tab');
      if (await this.page.locator(`${selector}:focus`).count()) return;
    }
  }
}

/** Text without the soft hyphens and the spaces that hold a figure together. */
const plain = (text) => text.replaceAll('\u00ad', '').replace(/[\u00a0\s]+/g, ' ');

/** 9: is the goal "Social uthållighet" met, and who is responsible? */
async function resident(page, reader, site) {
  await page.goto(`${site}/`);
  await reader.click(page.getByRole('contentinfo').getByRole('link', { name: 'Strategisk inriktning 2016–2019' }));
  await reader.click(page.getByRole('main').getByRole('link', { name: /^Social uthållighet/ }));
  const said = plain(await page.getByRole('main').innerText());
  must(/2019: Inte uppfyllt/.test(said), 'the page does not say whether the goal was met');
  must(/Ansvarig Kommunfullmäktige/.test(said), 'the page does not say who is responsible');
  must(/Bedömt av Kommunstyrelsen/.test(said), 'the page does not say who judged');
}

/** 10: the gap between girls and boys 2016–2018 as CSV, and a link that stays. */
async function journalist(page, reader, site) {
  await page.goto(`${site}/`);
  await reader.click(page.getByRole('banner').getByRole('link', { name: 'Indikatorer' }));
  await reader.click(page.getByRole('link', { name: /trivs i skolan/ }));
  await page.locator('#per').fill('2018-12-31');
  await reader.click(page.locator('.perdatum button'));
  const link = page.url();
  must(new URL(link).search === '?per=2018-12-31', `the link has no day: ${link}`);
  // If the click is one too many, nothing comes and nobody waits for it.
  const waiting = page.waitForEvent('download').catch(() => null);
  await reader.click(page.getByRole('link', { name: /CSV/ }));
  const file = await waiting;
  must(file, 'no file came');
  const csv = readFileSync(await file.path(), 'utf8');
  const rows = csv.trim().split(/\r?\n/).map((row) => row.split(';'));
  const cell = (row, name) => row[rows[0].indexOf(name)];
  for (const [year, gap] of [['2016', '4,5'], ['2017', '4,5'], ['2018', '4,6']]) {
    const row = rows.find((r) => cell(r, 'period') === year && /flickor.*pojkar/.test(cell(r, 'vilka')));
    must(row && cell(row, 'värde') === gap, `the gap of ${year} is ${row && cell(row, 'värde')}`);
  }
  must(!csv.includes('2024'), 'the file of a past day tells of later years');
  must((await page.request.get(link)).ok(), 'the link does not answer');
}

/** 12: reads the values of a chart, and answers that the page did not help, with a comment. */
async function listener(page, reader, site) {
  await page.goto(`${site}/indikatorer/trivs-i-skolan-arskurs-8`);
  const chart = await page.getByRole('img').first().getAttribute('aria-labelledby');
  must(chart, 'the chart has no name');
  await reader.tabTo('summary');
  await reader.press('Enter');
  // What a screen reader is given: rows and cells by their roles, not what is drawn.
  const table = plain(await page.getByRole('table').filter({ hasText: '2018' }).first().ariaSnapshot());
  for (const value of ['2018', '85,9', '81,3', '83,6']) must(table.includes(value), `the table does not say ${value}`);
  must(/rowheader "2018"/.test(table) && /columnheader/.test(table), 'the table has no headings');
  await reader.tabTo('button[value=nej]');
  await reader.press('Enter');
  await page.waitForURL(/\/tack\/[^/]+$/);
  must(/Tack för ditt svar/.test(plain(await page.getByRole('main').innerText())), 'no thanks');
  await reader.tabTo('#text');
  await page.keyboard.type('Jag hittar inte min skola.');
  await reader.press('Tab');
  await reader.press('Enter');
  await page.getByText('Din kommentar är sparad').waitFor();
}

const TASKS = [
  { name: 'task 9, a resident', most: 2, run: resident },
  { name: 'task 10, a journalist', most: 4, run: journalist },
  { name: 'task 12, by keyboard alone', most: 45, run: listener },
];

async function tried(chrome, task, site, most) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const reader = new Reader(page, most);
  const fault = await task.run(page, reader, site).then(() => '', (error) => error.message.split('\n').slice(0, 6).join(' | '));
  await shut(context);
  return { fault, used: reader.used };
}

/** Every task, each with its control. */
export async function tasks(chrome, site, check) {
  for (const task of TASKS) {
    const { fault, used } = await tried(chrome, task, site, task.most);
    check(`${task.name} (${used} of ${task.most})`, fault);
    const control = await tried(chrome, task, site, used - 1);
    check(`control: ${task.name} fails with ${used - 1}`, /are needed/.test(control.fault) ? '' : control.fault || 'it did not');
  }
}
