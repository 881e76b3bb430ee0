// Every page that links lead to: each answers, is valid HTML, and is of a kind that is looked at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { each } from './site.mjs';

// Asks once more when the connection that was kept open has been closed meanwhile, as browsers do:
// the server closes one that nobody has used for a minute.
export async function get(url, options) {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (!['EPIPE', 'ECONNRESET', 'UND_ERR_SOCKET'].includes(error.cause?.code)) throw error;
    return fetch(url, options);
  }
}

/** The past days that are crawled whole. A verdict links to its goal as it was on many others: those
    pages must answer, and what they link to is read on twenty days by `web/tests/it/crawl.rs`. */
const PAST = ['2018-05-20', '2021-01-01', '2025-04-30'];

/** Every page that links lead to, from the start pages, today and on a few days: what each address says, and where
 *  each page stands that a reader came to. */
export async function crawl(sites, check) {
  const found = new Map();
  const met = new Set();
  const start = sites.flatMap((site) => ['/', '/en/', '/fi/', ...PAST.map((day) => `/?per=${day}`)].map((path) => site + path));
  let next = start;
  while (next.length) {
    const after = new Set();
    await each(next, 8, async (url) => {
      const answer = await get(url);
      const html = await answer.text();
      found.set(url, html);
      if (!answer.ok) return check(`link ${url}`, answer.status);
      check(`link ${url}`, '');
      if (!answer.headers.get('content-type').startsWith('text/html')) return;
      met.add(answer.url);
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
  return { found, met: [...met] };
}

/** What stands after these in an address is one of many of its kind. */
const MANY = ['ataganden', 'bolag', 'god-ekonomisk-hushallning', 'indikatorer', 'mal', 'malgrupper', 'namnder', 'organ', 'processer', 'rapporter', 'sidor', 'styrdokument', 'arsplan'];

/** The kind of page that an address leads to: its parts without language and without names. */
export function kind(url) {
  const parts = new URL(url).pathname.replace(/^\/(en|fi)\//, '/').split('/').slice(1);
  const one = parts.map((part, i) => (part && (/^\d{4}(-\d{4})?$/.test(part) || MANY.includes(parts[i - 1]) || MANY.includes(parts[i - 2])) && !/^(mal|arsplan|jamfor)$/.test(part) ? '*' : part));
  return `/${one.join('/')}`;
}

/** The kinds of page that the crawl met at a municipality and that nobody looks at there as they are today. What leads
 *  to the work area is looked at with it, in work.mjs. */
export function notLookedAt(met, listed) {
  const of = (url) => `${kind(url)} at ${new URL(url).origin}`;
  const known = new Set(listed.filter((url) => !new URL(url).searchParams.has('per')).map(of));
  return [...new Set(met.filter((url) => kind(url) !== '/logga-in').map(of))].filter((one) => !known.has(one));
}

/** One of each kind of fault that Nu tells, with where. */
const kinds = (told) => {
  const one = new Map(told.split('\n').filter(Boolean).map((line) => [line.split(': error: ').pop(), line]));
  return [...one.values()].map((line) => line.replace(/^"file:.*\/pages\//, '"')).slice(0, 8).join(' | ');
};

/** Every page by its address, or by what somebody did there: read by the Nu checker. */
export function valid(found, check) {
  const folder = mkdtempSync(join(tmpdir(), 'riktning-html-'));
  const jar = createRequire(import.meta.url)('vnu-jar');
  const nu = (name) => {
    try {
      execFileSync('java', ['-jar', jar, '--errors-only', '--format', 'gnu', name], { stdio: 'pipe', maxBuffer: 1 << 28 });
      return '';
    } catch (error) {
      return kinds(String(error.stderr)) || String(error);
    }
  };
  const sites = join(folder, 'pages');
  mkdirSync(sites);
  let n = 0;
  for (const [url, html] of found) if (html.startsWith('<!doctype html>')) writeFileSync(join(sites, `${(n += 1)}-${encodeURIComponent(url.replace(/^https?:\/\/[^/]+/, '')).replaceAll('%', '_').slice(0, 80)}.html`), html);
  check(`${n} pages valid by the Nu checker`, nu(sites));
  const broken = join(folder, 'broken.html');
  writeFileSync(broken, '<!doctype html><html lang="sv"><title>x</title><p><div></p>');
  check('control: Nu finds a broken page', nu(broken) ? '' : 'it found nothing');
  rmSync(folder, { recursive: true });
}

