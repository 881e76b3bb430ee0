// Signing in through a real sign-in service, in a browser: with scripts and without, by the mouse
// and by keyboard alone, and each page on the way looked at.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Reader } from './tasks.mjs';
import { valid } from './crawl.mjs';
import { looking, must, remembering, shut } from './lookout.mjs';

/** To the button, and on. */
const KEYS = 12;

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** What a program says first that is an address. */
export async function address(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(/http:\/\/\S+/);
    if (found) return found[0];
  }
  throw new Error('a program did not say where it answers');
}

export const program = (command, args, more = {}) => spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], ...more });

/** A store of Eskilstuna's public facts that is served with a service, and how to stop both. */
async function served(binary) {
  const data = mkdtempSync(join(tmpdir(), 'riktning-'));
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const client = { id: 'riktning', secret: 'known-to-both', redirect: `${site}/logga-in/via/kommunen` };
  const service = program('node', ['browser/provider.mjs', JSON.stringify([client])]);
  const issuer = await address(service);
  writeFileSync(join(data, 'secret'), `${client.secret}\n`);
  const config = join(data, 'riktning.toml');
  writeFileSync(config, `public-url = "${site}"
data = "${join(data, 'store')}"
listen = "127.0.0.1:${port}"

[[provider]]
id = "kommunen"
name = { sv = "Kommunens inloggning", fi = "Kunnan kirjautuminen", en = "The municipality" }
issuer = "${issuer}"
client-id = "riktning"
client-secret-file = "${join(data, 'secret')}"
scopes = ["groups"]

[[provider.role]]
group = "skribenter"
role = "contributor"
body = "kommunstyrelsen"
`);
  const imported = spawnSync(binary, ['import', 'facts', 'facts/eskilstuna.json', '--config', config], { encoding: 'utf8' });
  must(imported.status === 0, imported.stderr);
  const serves = program(binary, ['serve', '--config', config], { env: { ...process.env, LC_ALL: 'C' } });
  await address(serves);
  const gone = once(service, 'exit');
  const ends = () => {
    service.stdin.end();
    return gone;
  };
  const stop = async () => {
    const ended = once(serves, 'exit');
    serves.kill('SIGTERM');
    await Promise.all([ends(), ended]);
    rmSync(data, { recursive: true, force: true });
  };
  return { site, issuer, ends, stop };
}

const tell = (issuer, what) => fetch(`${issuer}/_test`, { method: 'POST', body: JSON.stringify(what) });

/** A browser in which nobody has signed in anywhere. Its fonts are its own: the service asks for others. */
async function somebody(chrome, more) {
  const context = await chrome.newContext({ locale: 'sv-SE', ...more });
  await context.route(/googleapis/, (route) => route.abort());
  return [context, await context.newPage()];
}

async function atTheService(page, name) {
  await page.locator('input[name=login]').fill(name);
  await page.locator('input[name=password]').fill('x');
  await page.locator('button[type=submit]').click();
}

async function withoutScripts(chrome, { site, issuer }, see) {
  const [context, page] = await somebody(chrome, { javaScriptEnabled: false });
  await page.goto(`${site}/arbete/konto`);
  await see(page, 'the sign-in page with a service');
  await page.getByRole('button', { name: 'Logga in med Kommunens inloggning' }).click();
  await page.waitForURL(`${issuer}/**`);
  await atTheService(page, 'kim');
  await page.waitForURL(`${site}/arbete/konto`);
  await page.getByText('Du loggade in genom Kommunens inloggning.').waitFor();
  await see(page, 'an account that came through a service');
  await page.goto(`${site}/arbete/losenord`);
  await see(page, 'no password here');
  await page.goto(`${site}/arbete/`);
  await page.getByRole('heading', { name: 'Du är inloggad, Kim Exempel, men har ingen roll än' }).waitFor();
  await see(page, 'a desk without a role');
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.goto(`${site}/fi/logga-in`);
  await see(page, 'the sign-in page with a service, in Finnish');
  await page.goto(`${site}/logga-in/via/kommunen?state=x&code=y`);
  await page.getByText('Inloggningen gick inte att slutföra').first().waitFor();
  await see(page, 'a sign-in that nobody waits for');
  await shut(context);
}

/** With scripts, from a form whose sign-in had ended: by keyboard, and back to what was typed. */
async function withScripts(chrome, { site, issuer }, see, most) {
  const [context, page] = await somebody(chrome);
  await tell(issuer, { people: { kim: { name: 'Kim Exempel', groups: ['skribenter'] } } });
  await page.goto(`${site}/en/logga-in?till=/en/arbete/konto`);
  const reader = new Reader(page, most);
  await reader.tabTo('#via-kommunen');
  const leads = (answer) => answer.url() === `${site}/en/logga-in/via/kommunen`;
  const [answer] = await Promise.all([page.waitForResponse(leads), reader.press('Enter')]);
  must(answer.status() === 200, 'a page leads there');
  await page.waitForURL(`${issuer}/**`);
  await atTheService(page, 'kim');
  await page.waitForURL(`${site}/en/arbete/konto`);
  await page.goto(`${site}/arbete/`);
  await page.getByText('Rapportör').first().waitFor();
  await see?.(page, 'a desk with a role by rule');
  // Those of the service are of another port, which cookies do not know of.
  const own = (await context.cookies(site)).filter(({ name }) => name.startsWith('riktning'));
  must(own.length === 1 && own[0].name === 'riktning', 'one cookie of ours is left');
  await shut(context);
  return reader.used;
}

/** The page that leads to a service, as it stands before it does. */
async function leads(chrome, { site }, see) {
  const answer = await fetch(`${site}/logga-in/via/kommunen`, { method: 'POST', body: new URLSearchParams({ till: '' }) });
  const html = (await answer.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
  const [context, page] = await somebody(chrome);
  await page.route(`${site}/logga-in/via/kommunen`, (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  await page.goto(`${site}/logga-in/via/kommunen`);
  await page.getByRole('link', { name: 'Fortsätt till Kommunens inloggning' }).waitFor();
  await see(page, 'a page that leads to a service');
  await shut(context);
}

export async function through(real, binary, check, looks) {
  const [chrome, found] = [remembering(real), new Map()];
  const see = async (page, name) => {
    found.set(name, await chrome.given(page).text());
    await (await looking(real, page, name, check, looks))();
  };
  const own = await served(binary);
  const tried = (run) => run().then(() => '', (error) => error.message.split('\n').slice(0, 6).join(' | '));
  try {
    await tell(own.issuer, { people: { kim: { name: 'Kim Exempel', groups: [] } } });
    check('through: in and out without scripts', await tried(() => withoutScripts(chrome, own, see)));
    check('through: a page leads there', await tried(() => leads(chrome, own, see)));
    let used = KEYS;
    check('through: by keyboard', await tried(async () => (used = await withScripts(chrome, own, see, KEYS))));
    const less = await tried(() => withScripts(chrome, own, undefined, used - 1));
    check('control: through, by one key less', less ? '' : 'it went');
  } finally {
    await own.stop();
  }
  valid(found, check);
}
