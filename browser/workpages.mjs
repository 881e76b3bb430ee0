// Which pages the work area has, and that each was looked at: as it comes, and where it takes something in also with
// what it says of a fault; and that everything it leads to is there.

import { readFileSync } from 'node:fs';
import { each } from './site.mjs';
import { get } from './crawl.mjs';

/** The addresses of the work area that are pages, as `crates/web/src/work/mod.rs` lists them: which of them take a form. */
export function routes() {
  const source = readFileSync(new URL('../crates/web/src/work/mod.rs', import.meta.url), 'utf8');
  const list = source.slice(source.indexOf('\naddresses! {'), source.indexOf('The routes of the work area'));
  const found = [...list.matchAll(/"(\/[^"]*)" \w+ \{([^}]*)\}/g)];
  return found.map(([, path, methods]) => ({ path, page: /\bget\b/.test(methods), form: /\bpost\b/.test(methods) }));
}

/** What is no page: a way to one, an address with nothing, what a calendar or a file holds, and where a sign-in service leads back (`through.mjs`).
 * Passkeys have a walk of their own (`passkeys.mjs`). No letter is sent in the demo: what its link opens is in `web/tests/it/mail/linked.rs`. */
const NO_PAGE = ['/logga-in/passnyckel', '/arbete/konto/passnycklar', '/arbete', '/arbete/{*rest}', '/kalender/{calendar}', '/arbete/planer/{year}/{body}/tjansteskrivelse.txt', '/logga-in/via/{provider}', '/lank/{token}'];
/** Where nothing that can be typed or pressed is wrong. */
const NO_FAULT = ['/arbete/post', '/arbete/omgang/{round}/paminn'];

const fits = (path, parts) => {
  const own = path.split('/');
  return own.length === parts.length && own.every((part, i) => part === parts[i] || (part.startsWith('{') && parts[i] !== ''));
};

/** Which of the addresses one is; of two that fit, the one that names more. */
export function routeOf(url, all = routes()) {
  const parts = new URL(url).pathname.replace(/^\/(en|fi)\//, '/').split('/');
  const open = ({ path }) => path.split('{').length;
  return all.filter(({ path }) => fits(path, parts)).sort((a, b) => open(a) - open(b))[0]?.path;
}

/** What of the work area nobody has looked at: `seen` is where, and with what status. */
export function unseen(seen, all = routes()) {
  const at = (path, test) => seen.some(({ url, status }) => test(status) && routeOf(url, all) === path);
  const pages = all.filter(({ path, page }) => page && !NO_PAGE.includes(path));
  const never = pages.filter(({ path }) => !at(path, (status) => status < 400)).map(({ path }) => path);
  const faultless = pages.filter(({ path, form }) => form && !NO_FAULT.includes(path) && !at(path, (status) => status >= 400));
  return [...never, ...faultless.map(({ path }) => `${path} with a fault`)];
}

/** The pages of one kind, and of one way of asking for it, that are opened for each person. */
const OF_A_KIND = 3;

/** Opens what the work area leads somebody to, from `start` on, a few of each kind: everything must be there. */
export async function led(site, cookies, start, found, check) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const [all, opened, met] = [routes(), new Map(), new Set()];
  const takes = (url) => {
    if (met.has(url.href)) return false;
    met.add(url.href);
    const kind = [routeOf(url, all) ?? 'elsewhere', ...[...url.searchParams.keys()].sort()].join(' ');
    opened.set(kind, (opened.get(kind) ?? 0) + 1);
    return opened.get(kind) <= OF_A_KIND;
  };
  let next = start.map((path) => new URL(path, site)).filter(takes);
  while (next.length) {
    const after = [];
    await each(next, 6, async (url) => {
      const answer = await get(url.href, { headers: { cookie } });
      check(`work: link ${url.pathname}${url.search}`, answer.ok ? '' : answer.status);
      const html = await answer.text();
      if (!answer.ok || !url.pathname.startsWith('/arbete') || !html.startsWith('<!doctype html>')) return;
      found.set(url.href, html);
      // Passkeys have a script of their own, and keep nothing.
      const alike = /<script(?![^>]*passkeys)/.test(html) === /data-utkast=/.test(html);
      check(`work: script of ${url.pathname}`, alike ? '' : 'a script where nothing is kept, or none where something is');
      for (const [, href] of html.matchAll(/<a [^>]*href="([^"#]+)/g)) {
        const to = new URL(href.replaceAll('&amp;', '&'), url);
        to.hash = '';
        if (to.origin === url.origin && takes(to)) after.push(to);
      }
    });
    next = after;
  }
}

/** Each of these finds what it is there for. */
export async function controls(site, cookies, check) {
  const said = (what, held) => check(`control: work: ${what}`, held ? '' : 'it found nothing');
  const all = [{ path: '/arbete/finns/{id}', page: true, form: true }, { path: '/arbete/finns/ny', page: true, form: false }];
  const none = unseen([{ url: `${site}/arbete/finns/ny`, status: 200 }], all);
  said('a page that nobody looks at is found', none.join() === '/arbete/finns/{id},/arbete/finns/{id} with a fault');
  const one = unseen([{ url: `${site}/arbete/finns/x`, status: 200 }, { url: `${site}/fi/arbete/finns/ny`, status: 200 }], all);
  said('a fault that nobody looks at is found', one.join() === '/arbete/finns/{id} with a fault');
  said('every address is read', routes().length > 60 && routes().some(({ path }) => path === '/arbete/malmodell/{model}/niva/{level}'));
  const dead = [];
  await led(site, cookies, ['/arbete/beslut?sida=1'], new Map(), (name, fault) => fault && dead.push(name));
  said('a link to nothing is found', dead.length === 1);
}
