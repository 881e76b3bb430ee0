// What only a browser can tell: accessibility, width, keyboard, scripts off, forced colours, print, weight, links.
// Every check has a control: the same check on a page with the fault must find it.
import { writeFileSync } from 'node:fs';
import { crawl, get, kind, notLookedAt, valid } from './crawl.mjs';
import * as colours from './colours.mjs';
import * as keyboard from './keyboard.mjs';
import { shut } from './lookout.mjs';
import * as looks from './looks.mjs';
import * as plain from './plain.mjs';
import * as weights from './weights.mjs';
import { pages, thanked } from './pages.mjs';
import { passkeys } from './passkeys.mjs';
import { browser, each, sites } from './site.mjs';
import { tasks } from './tasks.mjs';
import { through } from './through.mjs';
import { work } from './work.mjs';

const [binary = 'target/debug/riktning', ...wanted] = process.argv.slice(2);
const TABS = 4;
let passed = 0;
const failed = [];
/** A fault is told at once: whoever stops the check has what it found. */
const check = (name, fault) => {
  if (!fault) return (passed += 1);
  console.error(`FAILED ${name}: ${fault}`);
  return failed.push(name);
};
const said = (what, held, told = 'it found nothing') => check(`control: ${what}`, held ? '' : told || 'it found nothing');

/** The seconds of each kind of check. Those of one page run in several tabs at once, and share the machine. */
const spent = new Map();
async function timed(what, atOnce, run) {
  const began = performance.now();
  try {
    return await run();
  } finally {
    spent.set(what, (spent.get(what) ?? 0) + (performance.now() - began) / 1000 / atOnce);
  }
}

const chrome = await browser();
const { real, invented, people, stop } = await sites(binary, '2026-11-23');
const thanks = { thanks: await thanked(invented, get), 'thanks-real': await thanked(real, get) };
const listed = [...pages(real, invented), ...Object.entries(thanks).map(([name, url]) => ({ name, url }))];

/** A tab of a width and scheme. */
async function tab(width, colorScheme, more = {}) {
  const context = await chrome.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', ...more });
  return [await context.newPage(), () => shut(context)];
}

/** Both widths, light and dark, and with the menu and the tables open. */
async function accessible(page, name) {
  await looks.inBothSchemes(page, 1280, check, name);
  await looks.inBothSchemes(page, 390, check, name);
  await looks.allOpen(page, true);
  await page.locator('.menyknapp').click();
  check(`${name} menu open`, (await page.locator('#meny a').first().isVisible()) ? '' : 'it is shut');
  check(`${name} axe, menu and tables open`, await looks.axe(page));
  check(`${name} width, tables open`, await looks.tooWide(page));
  await page.keyboard.press('Escape');
}

/** The menu of a narrow window, what is folded, and every stop of a wide one. */
async function byKeyboard(page, name) {
  check(`${name} keyboard: the menu`, await keyboard.menu(page));
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await looks.allOpen(page, false);
  check(`${name} keyboard: what is folded opens and shuts`, await keyboard.opened(page));
  check(`${name} keyboard: every stop`, await keyboard.walked(page));
  check(`${name} keyboard: past the head`, await keyboard.skips(page));
}

async function narrow(page, name) {
  await page.setViewportSize({ width: 1280, height: 900 });
  check(`${name} has a menu`, (await page.locator('header nav').first().isVisible()) ? '' : 'there is none');
  await page.setViewportSize({ width: 320, height: 900 });
  await looks.allOpen(page, true);
  check(`${name} 320`, await looks.tooWide(page));
  await looks.spaceOut(page);
  check(`${name} 320, the wide text is there`, (await looks.spacing(page)) ? '' : 'it is not');
  check(`${name} 320, wide text`, (await looks.tooWide(page)) || (await looks.cutOff(page)));
}

/** The page without scripts says what it says with them, and all of it can be done. */
async function withoutScripts({ name, url, status }, scripted) {
  const [page, close] = await tab(390, 'light', { javaScriptEnabled: false });
  await page.goto(url);
  check(`${name} without scripts: the same`, plain.differs(scripted, await plain.told(page)));
  check(`${name} without scripts: all can be done`, await plain.works(page, status ?? 200, get));
  check(`${name} without scripts: the menu and what is folded`, await plain.opens(page));
  await close();
}

/** A page is loaded once, then looked at in each state; without scripts it is another page. */
async function visit(listing) {
  const { name, url, status } = listing;
  const on = (what, run) => timed(what, TABS, run);
  const [page, close] = await tab(390, 'light');
  const noise = [];
  page.on('console', (m) => m.type() === 'error' && !/40[04]/.test(m.text()) && noise.push(m.text()));
  page.on('request', (r) => new URL(r.url()).origin === new URL(url).origin || noise.push(`asks ${r.url()}`));
  const answer = await on('loading', () => page.goto(url));
  check(`${name} status`, answer.status() === (status ?? 200) ? '' : answer.status());
  check(`${name} scripts`, await looks.scripts(page));
  const said = await plain.told(page);
  await on('axe', () => accessible(page, name));
  await on('keyboard', () => byKeyboard(page, name));
  await on('forced colours', async () => check(`${name} forced colours`, await colours.forced(page)));
  await on('print', async () => check(`${name} print`, await colours.printed(page)));
  await on('320 pixels', () => narrow(page, name));
  check(`${name} console`, noise.join('; '));
  check(`${name} cookie`, (await page.context().cookies()).length ? 'a cookie' : '');
  await close();
  await on('scripts off', () => withoutScripts(listing, said));
}

/** A day is chosen where scripts are off, by clicks: what each form sends is tried on every page. */
async function anotherDay() {
  const [page, close] = await tab(390, 'light', { javaScriptEnabled: false });
  await page.goto(`${invented}/2016-2019/mal/hojd-utbildningsniva`);
  await page.locator('#per').fill('2018-05-20');
  await page.locator('.perdatum button').click();
  check('without scripts: another day', new URL(page.url()).search === '?per=2018-05-20' ? '' : page.url());
  await close();
}

async function controls() {
  const [page, close] = await tab(320, 'light');
  await looks.controls(page, said);
  await page.setViewportSize({ width: 1280, height: 900 });
  await keyboard.controls(page, said);
  await colours.controls(page, said);
  const [bare, shutBare] = await tab(390, 'light', { javaScriptEnabled: false, bypassCSP: true });
  await plain.controls(page, bare, invented, get, said);
  weights.controls(said);
  const met = [`${real}/en/2020-2023/mal/x`, `${real}/2020-2023/mal/y`, `${invented}/2020-2023/mal/x`, `${real}/bolag/`];
  const one = notLookedAt(met, [`${real}/2016-2019/mal/z`, `${real}/bolag/z`, `${real}/bolag/?per=2018-01-01`]);
  said('a kind of page that nobody looks at is found', one.length === 2 && kind(met[0]) === kind(met[1]), one.join());
  await shutBare();
  await close();
}

const PARTS = {
  controls,
  pages: () => each(listed, TABS, visit),
  tasks: async () => {
    await anotherDay();
    await tasks(chrome, invented, check);
  },
  work: () => work(chrome, invented, binary, people, check, looks),
  passkeys: () => passkeys(chrome, invented, people, check, looks),
  through: () => through(chrome, binary, check, looks),
  links: async () => {
    const { found, met } = await crawl([real, invented], check);
    const unseen = notLookedAt(met, listed.map(({ url }) => url));
    check('every kind of page is looked at, at each municipality', unseen.join('; '));
    await timed('of it Nu', 1, () => valid(found, check));
    console.log(`pages crawled: ${found.size}`);
  },
};

/** How long a part may take, in milliseconds: three times what the longest takes on two slow cores. */
const MOST = 30 * 60_000;

/** A part that waits for what never comes has to be told of, and not to be waited for. */
function gaveUp(name) {
  console.log(`${name}: not done after ${MOST / 60_000} minutes; ${passed} passed, ${failed.length} failed`);
  process.exit(1);
}

/** Everything; or the parts and the pages that are named; or --weights FILE, to write the table. */
async function run() {
  const parts = wanted.length ? wanted.filter((name) => PARTS[name]) : Object.keys(PARTS);
  for (const name of parts) {
    const late = setTimeout(() => gaveUp(name), MOST);
    await timed(name, 1, PARTS[name]);
    clearTimeout(late);
    console.log(`${name}: ${spent.get(name).toFixed(0)} s, ${passed} passed, ${failed.length} failed`);
  }
  await each(listed.filter(({ name }) => wanted.includes(name)), TABS, visit);
}

try {
  if (wanted[0] !== '--weights') await run();
  const weighed = await timed('weights', 1, () => weights.weigh(invented, listed));
  weights.within(weighed, check);
  if (wanted[0] === '--weights') writeFileSync(wanted[1], weights.table(weighed, real));
} finally {
  await shut(chrome);
  await stop();
}
for (const [what, seconds] of spent) console.log(`${seconds.toFixed(0).padStart(5)} s  ${what}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
