// What a page weighs, beside what it may weigh (DESIGN.md §6, DESIGN-UX.md §9).
import { brotliCompressSync } from 'node:zlib';
import { get } from './crawl.mjs';

/** The most bytes, compressed: style sheet, fonts, a page, a first visit; and both of a long list. */
const MOST = { sheet: 9500, fonts: 28300, page: 12000, visit: 50000, listPage: 20000, listVisit: 58000 };

/** The pages that are long lists. */
const LISTS = ['indicators', 'indicators-real'];

/** The weight of what every page needs, and of each page. */
export async function weigh(site, listed) {
  const size = async (path) => Number((await get(site + path, { headers: { 'accept-encoding': 'br' } })).headers.get('content-length'));
  const html = await (await get(`${site}/`)).text();
  const sheetAt = [...html.matchAll(/href="(\/static\/[^"]+\.css)"/g)][0][1];
  const css = await (await get(site + sheetAt)).text();
  const fontsAt = [...new Set([...css.matchAll(/url\((\/static\/[^)]+woff2)\)/g)].map((m) => m[1]))];
  const sheet = await size(sheetAt);
  const fonts = (await Promise.all(fontsAt.map(size))).reduce((a, b) => a + b, 0);
  const rows = [];
  for (const { name, url } of listed) {
    const bytes = brotliCompressSync(await (await get(url)).text()).length;
    const [page, visit] = LISTS.includes(name) ? [MOST.listPage, MOST.listVisit] : [MOST.page, MOST.visit];
    const path = (new URL(url).pathname + new URL(url).search).replace(/^\/tack\/.*/, '/tack/…');
    rows.push({ name, url, path, bytes, visit: bytes + sheet + fonts, most: { page, visit } });
  }
  return { sheet, fonts, rows };
}

/** Everything within its limit. */
export function within({ sheet, fonts, rows }, check) {
  check('style sheet within 9.5 kB', sheet <= MOST.sheet ? '' : `${sheet} bytes`);
  check('fonts within 28.3 kB', fonts <= MOST.fonts ? '' : `${fonts} bytes`);
  for (const { name, bytes, visit, most } of rows) {
    check(`${name} within ${most.page / 1000} kB`, bytes <= most.page ? '' : `${bytes} bytes`);
    check(`${name} first visit within ${most.visit / 1000} kB`, visit < most.visit ? '' : `${visit} bytes`);
  }
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The table of docs/page-weights.md. */
export function table({ sheet, fonts, rows }, real) {
  const day = new Date().toISOString().slice(0, 10);
  const heaviest = [...rows].sort((a, b) => b.bytes - a.bytes);
  const row = ({ name, path, bytes, visit, most, url }) => `| ${name} | \`${path}\` | ${url?.startsWith(real) ? 'Eskilstuna' : 'Exempelstad'} | ${kB(bytes)} | ${kB(most.page)} | ${kB(visit)} | ${kB(most.visit)} |`;
  return `# What a page weighs

Made by \`cargo xtask weights\` on ${day}, of the program as \`cargo build\` makes it. Every page that \`browser/pages.mjs\`
lists, the heaviest first: compressed with Brotli, as it goes over the wire. *First visit* is the page with the style sheet
and the two fonts, which are kept from then on. \`cargo xtask check\` fails when one is over its limit (DESIGN.md §6;
DESIGN-UX.md §9: a long list has more).

| What every page needs | Weight | At most |
| --- | ---: | ---: |
| Style sheet | ${kB(sheet)} | ${kB(MOST.sheet)} |
| Two fonts | ${kB(fonts)} | ${kB(MOST.fonts)} |
| Scripts | 0 kB | 0 kB |

| Page | Address | Municipality | Page | At most | First visit | At most |
| --- | --- | --- | ---: | ---: | ---: | ---: |
${heaviest.map(row).join('\n')}
`;
}

/** A page that is too heavy is found. */
export function controls(said) {
  const faults = [];
  const most = { page: MOST.page, visit: MOST.visit };
  within({ sheet: 9501, fonts: 28301, rows: [{ name: 'x', bytes: 12001, visit: 50000, most }] }, (name, fault) => fault && faults.push(name));
  said('what is too heavy is found', faults.length === 4);
}
