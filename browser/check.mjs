// What only a browser can tell: accessibility, width, keyboard, print, weight, links.
// Every check has a control: the same check on a page with the fault must find it.
import axeCore from 'axe-core';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { pages } from './pages.mjs';
import { browser, each, sites } from './site.mjs';
import { tasks } from './tasks.mjs';
import { work } from './work.mjs';

const binary = process.argv[2] ?? 'target/debug/riktning';
const TABS = 4;
let passed = 0;
const failed = [];
const check = (name, fault) => (fault ? failed.push(`${name}: ${fault}`) : (passed += 1));

const chrome = await browser();
const { real, invented, people, stop } = await sites(binary, '2026-11-23');

/** A tab of a width and scheme, without JavaScript of the page's own. */
async function tab(width, colorScheme, more = {}) {
  const context = await chrome.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', ...more });
  return [await context.newPage(), () => context.close()];
}

/** axe in the page itself, put in once a page: there are no frames, and a run costs no tab of its own. */
async function axe(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const { violations } = await page.evaluate(() => axe.run());
  return violations.map((v) => `${v.id} at ${v.nodes[0].target} ${v.nodes[0].html.slice(0, 120)}`).join('; ');
}

const tooWide = (page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement;
    return scrollWidth > innerWidth ? `${scrollWidth} pixels on ${innerWidth}` : '';
  });

const scripts = (page) => page.evaluate(() => (document.querySelector('script,[style],[onclick]') ? 'a script or a style attribute' : ''));

/** Every page at both widths, light and dark: loaded once, then looked at in each state. */
async function accessibility() {
  await each(pages(real, invented), TABS, async ({ name, url, status }) => {
    const [page, close] = await tab(1280, 'light');
    const noise = [];
    page.on('console', (m) => m.type() === 'error' && !/40[04]/.test(m.text()) && noise.push(m.text()));
    page.on('request', (r) => new URL(r.url()).origin === new URL(url).origin || noise.push(`asks ${r.url()}`));
    const answer = await page.goto(url);
    check(`${name} status`, answer.status() === (status ?? 200) ? '' : answer.status());
    check(`${name} scripts`, await scripts(page));
    for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [390, 'dark'], [390, 'light']]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const of = `${name} ${width} ${colorScheme}`;
      check(`${of} is so`, await page.evaluate(([w, s]) => innerWidth === w && matchMedia(`(prefers-color-scheme:${s})`).matches, [width, colorScheme]) ? '' : 'it is not');
      check(`${of} axe`, await axe(page));
      check(`${of} width`, await tooWide(page));
    }
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
    const menu = page.locator('.menyknapp');
    if (await menu.isVisible()) await menu.click();
    check(`${name} axe, menu and tables open`, await axe(page));
    check(`${name} width, tables open`, await tooWide(page));
    check(`${name} console`, noise.join('; '));
    check(`${name} cookie`, (await page.context().cookies()).length ? 'a cookie' : '');
    await close();
  });
}

/** What WCAG 1.4.12 lets a reader do to any page, and the spacing that then must be there. */
const SPACED = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';
const spacing = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('p')).letterSpacing) > 1);

/** What is cut off: a box that hides what does not fit, with more in it than it shows. */
const cutOff = (page) =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll('main, main *')].find((e) => {
      const { overflowX, overflowY } = getComputedStyle(e);
      const clips = [overflowX, overflowY].some((o) => o === 'hidden' || o === 'clip');
      const shown = !e.closest('.dold, svg, [aria-hidden=true]') && e.clientWidth > 1;
      return clips && shown && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
    });
    if (!cut) return '';
    const out = [...cut.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > cut.getBoundingClientRect().right + 1 && !e.closest('.rulla, svg, .dold'));
    return `${cut.outerHTML.slice(0, 60)} is cut off at ${out?.outerHTML.slice(0, 100)}`;
  });

const printed = async (page, selector) => {
  await page.emulateMedia({ media: 'print' });
  const seen = await page.locator(selector).first().isVisible();
  await page.emulateMedia({ media: 'screen' });
  return seen;
};

async function narrow() {
  await each(pages(real, invented), TABS, async ({ name, url }) => {
    // A reader's own style sheet is not held back by the policy of the page.
    const [page, close] = await tab(320, 'light', { bypassCSP: true });
    await page.goto(url);
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => (d.open = true)));
    check(`${name} 320`, await tooWide(page));
    await page.addStyleTag({ content: SPACED });
    check(`${name} 320, the wide text is there`, await spacing(page) ? '' : 'it is not');
    check(`${name} 320, wide text`, (await tooWide(page)) || (await cutOff(page)));
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    check(`${name} forced colours`, await page.locator('h1').isVisible() ? '' : 'no heading');
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 1280, height: 900 });
    check(`${name} has a menu`, await page.locator('header nav').first().isVisible() ? '' : 'there is none');
    check(`${name} print`, (await printed(page, 'header nav')) ? 'the menu is printed' : '');
    check(`${name} print shows the page`, (await printed(page, 'h1')) ? '' : 'no heading');
    await close();
  });
}

/** What opens and shuts does so where scripts are off. */
async function withoutScripts() {
  const [page, close] = await tab(390, 'light', { javaScriptEnabled: false });
  await page.goto(`${invented}/2016-2019/mal/hojd-utbildningsniva`);
  check('without scripts: the heading', await page.locator('h1').isVisible() ? '' : 'it is not there');
  await page.locator('.menyknapp').click();
  check('without scripts: the menu opens', await page.locator('#meny a').first().isVisible() ? '' : 'it stays shut');
  await page.locator('#meny .stang').click();
  check('without scripts: the menu shuts', await page.locator('#meny a').first().isVisible() ? 'it stays open' : '');
  await page.locator('summary').first().click();
  check('without scripts: the table opens', await page.locator('table.data').first().isVisible() ? '' : 'it stays shut');
  await page.locator('#per').fill('2018-05-20');
  await page.locator('.perdatum button').click();
  check('without scripts: another day', new URL(page.url()).search === '?per=2018-05-20' ? '' : page.url());
  await close();
}

async function keyboard() {
  for (const { name, url } of pages(real, invented).filter((p) => ['start', 'goal', 'indicator'].includes(p.name))) {
    const [page, close] = await tab(1280, 'light', { javaScriptEnabled: true });
    await page.goto(url);
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => document.activeElement.className);
    check(`${name} skip link first`, skip === 'hoppa' ? '' : skip);
    await page.keyboard.press('Enter');
    check(`${name} skip link leads to main`, await page.evaluate(() => document.activeElement.id) === 'innehall' ? '' : 'elsewhere');
    await page.goto(url);
    const seen = [];
    for (let i = 0; i < 200; i += 1) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate(() => {
        const e = document.activeElement;
        if (e === document.body) return null;
        const box = e.getBoundingClientRect();
        const ring = [getComputedStyle(e), getComputedStyle(e, '::after')].map((s) => parseFloat(s.outlineWidth) * (s.outlineStyle !== 'none'));
        const all = [...document.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]')];
        return { place: all.indexOf(e), ring: Math.max(...ring), html: e.outerHTML.slice(0, 80), hidden: box.width === 0 };
      });
      // A date field has several stops of its own.
      if (now && seen.length && now.place === seen.at(-1).place) continue;
      if (!now || (seen.length && now.place < seen.at(-1).place)) break;
      seen.push(now);
    }
    check(`${name} keyboard reaches more than the head`, seen.length > 15 ? '' : `${seen.length} stops`);
    const bare = seen.find((stop) => stop.ring < 2.9);
    check(`${name} focus is seen`, bare ? `${bare.html} has a ring of ${bare.ring}` : '');
    await close();
  }
  const [page, close] = await tab(390, 'light');
  await page.goto(`${invented}/`);
  await page.locator('.menyknapp').focus();
  await page.keyboard.press('Enter');
  check('menu opens by keyboard', await page.locator('#meny a').first().isVisible() ? '' : 'it stays shut');
  await page.keyboard.press('Escape');
  check('menu shuts by keyboard', await page.locator('#meny a').first().isVisible() ? 'it stays open' : '');
  await page.goto(`${invented}/indikatorer/trivs-i-skolan-arskurs-8`);
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  check('table opens by keyboard', await page.locator('table.data').isVisible() ? '' : 'it stays shut');
  await close();
}

/** The past days that are crawled whole. A verdict links to its goal as it was on many others: those
    pages must answer, and what they link to is read on twenty days by `web/tests/it/crawl.rs`. */
const PAST = ['2018-05-20', '2021-01-01', '2025-04-30'];

/** Every page that links lead to, from the start pages, today and on a few days. */
async function crawl() {
  const found = new Map();
  const start = [real, invented].flatMap((site) => ['/', '/en/', '/fi/', ...PAST.map((day) => `/?per=${day}`)].map((path) => site + path));
  let next = start;
  while (next.length) {
    const after = new Set();
    await each(next, 8, async (url) => {
      const answer = await get(url);
      const html = await answer.text();
      found.set(url, html);
      if (!answer.ok) return check(`link ${url}`, answer.status);
      passed += 1;
      if (!answer.headers.get('content-type').startsWith('text/html')) return;
      const language = new URL(url).pathname.match(/^\/(en|fi)\//)?.[1] ?? 'sv';
      check(`lang of ${url}`, html.includes(`<html lang="${language}">`) ? '' : 'wrong');
      const day = new URL(url).searchParams.get('per');
      if (day && !PAST.includes(day)) return;
      for (const [, href] of html.matchAll(/href="([^"#]+)/g)) {
        const to = new URL(href.replaceAll('&amp;', '&'), url);
        to.hash = '';
        // The past is read in Swedish, today in every language: each page of each day in each
        // language would be the same templates nine times over.
        const pastElsewhere = to.searchParams.has('per') && /^\/(en|fi)\//.test(to.pathname);
        if (to.origin === new URL(url).origin && !pastElsewhere && !found.has(to.href) && !to.pathname.startsWith('/static/')) after.add(to.href);
      }
    });
    next = [...after].filter((url) => !found.has(url));
    if (found.size > 12000) throw new Error('the crawl does not end');
  }
  return found;
}

function valid(found) {
  const folder = mkdtempSync(join(tmpdir(), 'riktning-html-'));
  const jar = createRequire(import.meta.url)('vnu-jar');
  const nu = (name) => {
    try {
      execFileSync('java', ['-jar', jar, '--errors-only', '--format', 'gnu', name], { stdio: 'pipe', maxBuffer: 1 << 28 });
      return '';
    } catch (error) {
      return String(error.stderr).split('\n').slice(0, 5).join(' | ') || String(error);
    }
  };
  const sites = join(folder, 'pages');
  mkdirSync(sites);
  let n = 0;
  for (const [url, html] of found) if (html.startsWith('<!doctype html>')) writeFileSync(join(sites, `${(n += 1)}-${encodeURIComponent(new URL(url).pathname).replaceAll('%', '_').slice(0, 80)}.html`), html);
  check(`${n} pages valid by the Nu checker`, nu(sites));
  const broken = join(folder, 'broken.html');
  writeFileSync(broken, '<!doctype html><html lang="sv"><title>x</title><p><div></p>');
  check('control: Nu finds a broken page', nu(broken) ? '' : 'it found nothing');
  rmSync(folder, { recursive: true });
}

// Asks once more when the connection that was kept open has been closed meanwhile, as browsers do:
// the server closes one that nobody has used for a minute.
async function get(url, options) {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (!['EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET'].includes(error.cause?.code)) throw error;
    return fetch(url, options);
  }
}

async function weight(found) {
  const rows = [];
  const size = async (url) => (await get(url, { headers: { 'accept-encoding': 'br' } })).headers.get('content-length');
  const html = await (await get(`${invented}/`)).text();
  const fixed = [...html.matchAll(/(?:href)="(\/static\/[^"]+)"/g)].map((m) => m[1]);
  const css = await (await get(invented + fixed.find((f) => f.endsWith('.css')))).text();
  const fonts = [...css.matchAll(/url\((\/static\/[^)]+woff2)\)/g)].map((m) => m[1]);
  const sheet = Number(await size(invented + fixed.find((f) => f.endsWith('.css'))));
  const type = (await Promise.all([...new Set(fonts)].map((f) => size(invented + f)))).reduce((a, b) => a + Number(b), 0);
  check('style sheet within 9.5 kB', sheet <= 9500 ? '' : `${sheet} bytes`);
  check('fonts within 28.3 kB', type <= 28300 ? '' : `${type} bytes`);
  for (const { name, url } of pages(real, invented)) {
    const bytes = brotliCompressSync(await (await get(url)).text()).length;
    const list = name === 'indicators';
    check(`${name} within ${list ? 20 : 12} kB`, bytes <= (list ? 20000 : 12000) ? '' : `${bytes} bytes`);
    check(`${name} first visit within ${list ? 58 : 50} kB`, bytes + sheet + type < (list ? 58000 : 50000) ? '' : bytes + sheet + type);
    rows.push([name, bytes, bytes + sheet + type]);
  }
  console.log(`style sheet ${sheet}, fonts ${type} bytes; pages crawled: ${found.size}`);
  for (const row of rows) console.log(row.join('\t'));
}

async function controls() {
  const [page, close] = await tab(320, 'light');
  await page.setContent('<!doctype html><html><title>x</title><p style="width:900px"><img src="data:,"><script>1</script>');
  check('control: axe finds a page without language', (await axe(page)).includes('html-has-lang') ? '' : 'it found nothing');
  check('control: a wide page is found', (await tooWide(page)) ? '' : 'it found nothing');
  check('control: a script is found', (await scripts(page)) ? '' : 'it found nothing');
  await page.setContent('<!doctype html><html lang="sv"><title>x</title><main><p style="height:1em;overflow:hidden">en<br>två<br>tre</p></main><header><nav>meny</nav></header>');
  check('control: what is cut off is found', (await cutOff(page)) ? '' : 'it found nothing');
  check('control: a printed menu is found', (await printed(page, 'header nav')) ? '' : 'it found nothing');
  check('control: text that nobody spaced is found', (await spacing(page)) ? 'it found spacing' : '');
  await close();
}

try {
  await controls();
  const began = Date.now();
  const said = (what) => console.log(`${((Date.now() - began) / 60000).toFixed(1)} minutes: ${what}, ${passed} passed, ${failed.length} failed`);
  await accessibility();
  said('axe');
  await narrow();
  said('320 pixels');
  await keyboard();
  await withoutScripts();
  await tasks(chrome, invented, check);
  said('tasks');
  await work(chrome, invented, people, check, { axe, tooWide, scripts });
  said('the work area');
  const found = await crawl();
  said('crawl');
  valid(found);
  said('Nu');
  await weight(found);
} finally {
  await chrome.close();
  await stop();
}
for (const fault of failed) console.error(`FAILED ${fault}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length ? 1 : 0);
