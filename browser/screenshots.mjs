// Every page in its states, 1280 and 390 wide, light and dark, beside the mockups if asked.
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pages } from './pages.mjs';
import { browser, each, sites } from './site.mjs';

const [binary = 'target/debug/riktning', to = 'screenshots', mockups] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
const chrome = await browser();
const { real, invented, stop } = await sites(binary, '2018-11-01');
const today = await sites(binary, '2026-11-23');
const shots = [
  ...pages(real, invented).filter((p) => p.url.startsWith(invented)),
  ...pages(today.real, today.invented).filter((p) => p.url.startsWith(today.real)),
];
if (mockups) {
  const files = readdirSync(mockups).filter((f) => f.endsWith('.html'));
  shots.push(...files.map((f) => ({ name: `mockup-${f.replace('.html', '')}`, url: pathToFileURL(resolve(mockups, f)).href })));
}
for (const width of [1280, 390]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await chrome.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    await each(shots, 4, async ({ name, url }) => {
      const page = await context.newPage();
      await page.goto(url);
      await page.screenshot({ path: join(to, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      await page.close();
    });
    await context.close();
  }
}
await chrome.close();
await stop();
await today.stop();
console.log(`${shots.length * 4} pictures in ${to}`);
