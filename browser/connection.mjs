// The net goes while somebody writes: what was typed stands in the form, and what is saved when the net is back is saved once.

import { again, must, shut } from './lookout.mjs';

const BEGUN = 'Skrivet på tåget';
const ON = ' och in i tunneln';
const KEPT = 'Det du har skrivit hittills är sparat';

/** Ways in which a net is gone: the computer knows it, or nobody answers. */
const NETS = {
  'the computer is offline': { gone: (context) => context.setOffline(true), back: (context) => context.setOffline(false) },
  'nobody answers': {
    gone: (context) => context.route('**/*', (route) => route.abort('connectionrefused')),
    back: (context) => context.unroute('**/*'),
  },
};

async function begins(page, site) {
  await page.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  await page.getByRole('link', { name: /^Skriv: Åtagande/ }).click();
  await page.getByLabel('Vad lovar ni?').click();
}

/** The browser stands at a page of its own, and is done with it. */
async function atItsOwn(page) {
  for (let times = 0; times < 80 && !page.url().startsWith('chrome-error:'); times += 1) await page.waitForTimeout(100);
  must(page.url().startsWith('chrome-error:'), `whoever has no net stands at ${page.url()}`);
  await page.waitForTimeout(500);
}

const standing = (page, text) => page.locator('main h3').filter({ hasText: text }).count();

/** With scripts: nothing is left but the form, which says so. */
async function typedOn(page, context, site, name, { gone, back }, see) {
  const text = `${BEGUN}, ${name}`;
  await begins(page, site);
  const form = page.url();
  await page.keyboard.type(text);
  await page.getByRole('status').filter({ hasText: KEPT }).waitFor();
  await gone(context);
  await page.keyboard.type(ON);
  await page.getByRole('status').filter({ hasText: 'kan inte sparas åt dig just nu' }).waitFor();
  for (let press = 0; press < 2; press += 1) {
    // The server is asked once for each press: only when that has failed is it known what came of it.
    await Promise.all([page.waitForEvent('requestfailed'), page.getByRole('button', { name: 'Spara', exact: true }).click()]);
    await page.getByRole('status').filter({ hasText: 'Det du har skrivit står kvar här' }).waitFor();
  }
  must(page.url() === form, `whoever saved without a net stands at ${page.url()}`);
  must((await page.getByLabel('Vad lovar ni?').inputValue()) === text + ON, 'what was typed is gone');
  await back(context);
  await see?.(page, `a form that could not be sent: ${name}`);
  await page.getByRole('button', { name: 'Spara', exact: true }).dblclick();
  await page.getByText('Sparat.').waitFor();
  must((await standing(page, text + ON)) === 1, `it stands there ${await standing(page, text + ON)} times`);
  await page.goto(form);
  must((await page.getByLabel('Vad lovar ni?').inputValue()) === '', 'what was saved stands in an empty form');
}

/** The answer is lost on its way back: it was saved, and saving again saves nothing more. */
async function answerLost(page, context, site) {
  const text = `${BEGUN}, utan svar`;
  await begins(page, site);
  await page.keyboard.type(text);
  let lost = 0;
  await context.route('**/nytt**', async (route) => {
    // What tries the words goes the same way, and saves nothing.
    if (route.request().method() !== 'POST' || lost || route.request().postData().includes('prova=')) return route.continue();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    return route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await atItsOwn(page);
  must(lost === 1, 'the answer came');
  await page.reload();
  await page.getByText('Sparat.').waitFor();
  await context.unroute('**/nytt**');
  must((await standing(page, text)) === 1, `it stands there ${await standing(page, text)} times`);
}

/** Without scripts the browser keeps what was sent: to load its page again sends it. */
async function withoutScripts(page, context, site) {
  const text = `${BEGUN}, utan skript`;
  await begins(page, site);
  await page.keyboard.type(text);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await atItsOwn(page);
  await context.setOffline(false);
  await page.reload();
  await page.getByText('Sparat.').waitFor();
  must((await standing(page, text)) === 1, `it stands there ${await standing(page, text)} times`);
}

/** A form without the script that keeps it: it is taken from whoever saves, and the look must see it. */
async function control(page, context, site) {
  await context.route('**/work.*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await begins(page, site);
  const form = page.url();
  await page.keyboard.type(BEGUN);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.waitForTimeout(500);
  const taken = page.url() !== form;
  await context.setOffline(false);
  return taken;
}

export async function connection(chrome, site, cookies, see, check) {
  for (const [name, net] of Object.entries(NETS)) {
    const { page, context } = await again(chrome, cookies, {});
    await typedOn(page, context, site, name, net, see);
    await shut(context);
  }
  for (const [scripts, walk] of [[true, answerLost], [false, withoutScripts]]) {
    const { page, context } = await again(chrome, cookies, { javaScriptEnabled: scripts });
    await walk(page, context, site);
    await shut(context);
  }
  const { page, context } = await again(chrome, cookies, {});
  check('control: work: a form that a lost net takes away is found', (await control(page, context, site)) ? '' : 'it found nothing');
  await shut(context);
}
