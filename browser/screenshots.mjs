// Every page in its states, 1280 and 390 wide, light and dark, beside the mockups if asked; those of the work area as
// the walks of work.mjs come by them. With `work` as the last word, those alone; with `guide`, the pictures of docs/guide.
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { guide } from './guide.mjs';
import { lookout, picturing, remembering, shut } from './lookout.mjs';
import { pages } from './pages.mjs';
import { browser, each, sites } from './site.mjs';
import { walked } from './work.mjs';

const [binary = 'target/debug/riktning', to = 'screenshots', mockups = '', only] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
const chrome = await browser();
let taken = 0;
const save = async (page, name, width, colorScheme) => {
  await page.screenshot({ path: join(to, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  taken += 1;
};

/** What residents read, on two days, and the mockups. */
async function read(today) {
  const { real, invented, stop } = await sites(binary, '2018-11-01');
  const shots = [
    ...pages(real, invented).filter((p) => p.url.startsWith(invented)),
    ...pages(today.real, today.invented).filter((p) => p.url.startsWith(today.real)),
  ];
  const files = mockups ? readdirSync(mockups).filter((f) => f.endsWith('.html')) : [];
  shots.push(...files.map((f) => ({ name: `mockup-${f.replace('.html', '')}`, url: pathToFileURL(resolve(mockups, f)).href })));
  for (const width of [1280, 390]) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await chrome.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
      await each(shots, 4, async ({ name, url }) => {
        const page = await context.newPage();
        await page.goto(url);
        await save(page, name, width, colorScheme);
        await shut(page);
      });
      await shut(context);
    }
  }
  await stop();
}

/** What colleagues work in. A walk that fails has no picture of what it did not reach. */
async function worked({ invented, people }) {
  const others = lookout(3);
  const named = (name) => `work-${name.normalize('NFD').replace(/[^a-zA-Z0-9]+/g, '-')}`;
  const see = async (page, name) => others.later(await picturing(chrome, page, (...how) => save(how[0], named(name), how[1], how[2])));
  const check = (name, fault) => {
    if (!fault) return;
    console.error(`FAILED ${name}: ${fault}`);
    process.exitCode = 1;
  };
  await walked({ chrome: remembering(chrome), site: invented, binary, people, see, check, looked: () => others.done() });
  await others.done();
}

const today = await sites(binary, '2026-11-23');
try {
  if (only === 'guide') {
    taken = await guide(chrome, today, to);
  } else {
    if (only !== 'work') await read(today);
    await worked(today);
  }
} finally {
  await shut(chrome);
  await today.stop();
}
console.log(`${taken} pictures in ${to}`);
