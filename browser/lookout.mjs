// Looks at pages of the work area while others walk on: a page is taken as it stands, and looked at when a tab is free.

export const must = (holds, what) => {
  if (!holds) throw new Error(what);
};

/** What went wrong on a walk, in a line; nothing if all went well. */
export const fault = (walk) => walk.then(() => '', (error) => error.message.split('\n').slice(0, 6).join(' | '));

/** How long a window of the browser may take to close, in milliseconds. */
const CLOSING = 20_000;

/** Closes a window, or the browser. Chromium has been seen to answer never (30 November 2026): it is told of and left open. */
export async function shut(what) {
  let waits;
  const late = new Promise((given) => { waits = setTimeout(() => given(true), CLOSING); });
  const left = await Promise.race([what.close().then(() => false), late]);
  clearTimeout(waits);
  if (left) console.log(`what was asked to close has not closed in ${CLOSING / 1000} s, and is left open`);
}

/** A browser that knows what the server last gave to each of its pages. */
export function remembering(chrome) {
  const given = new WeakMap();
  const newContext = async (options) => {
    const context = await chrome.newContext(options);
    context.on('response', (answer) => {
      const request = answer.request();
      if (request.isNavigationRequest()) given.set(request.frame().page(), answer);
    });
    return context;
  };
  return { newContext, given: (page) => given.get(page) };
}

/** Signs somebody in, in a browser of their own. Who they are is kept: `people.signedIn`. */
export async function signIn(chrome, site, login, people, password = people[login]) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${site}/logga-in`);
  await page.getByLabel('Användarnamn').fill(login);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.waitForURL(/\/arbete\/$/);
  people.signedIn = { ...people.signedIn, [login]: await context.cookies() };
  return { page, context };
}

/** Somebody who has signed in before. */
export async function again(chrome, cookies, more = { javaScriptEnabled: false }) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, ...more });
  await context.addCookies(cookies);
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  return { page, context };
}

/** A page as it stands: for a copy of it that may run scripts, which axe is. */
async function taken(page) {
  await page.waitForLoadState();
  return { cookies: await page.context().cookies(), html: await page.content(), url: page.url() };
}

async function copy(chrome, { cookies, html, url }, options) {
  const context = await chrome.newContext({ reducedMotion: 'reduce', ...options });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }) : route.continue());
  await page.goto(url);
  must(await page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)), `${url} came without its style sheet`);
  return [page, () => shut(context)];
}

/** A page in each width and scheme. */
export async function looking(chrome, page, name, check, { axe, inBothSchemes, scripts, tooWide }) {
  const stands = await taken(page);
  return async () => {
    const [seen, close] = await copy(chrome, stands);
    check(`work: ${name} scripts`, await scripts(seen));
    await inBothSchemes(seen, 1280, check, `work: ${name}`);
    await inBothSchemes(seen, 390, check, `work: ${name}`);
    await seen.setViewportSize({ width: 320, height: 900 });
    await seen.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    check(`work: ${name} 320 light axe`, await axe(seen));
    check(`work: ${name} 320 light width`, await tooWide(seen));
    await close();
  };
}

/** A page as a picture, in each width and scheme. */
export async function picturing(chrome, page, save) {
  const stands = await taken(page);
  return async () => {
    for (const width of [1280, 390]) {
      for (const colorScheme of ['light', 'dark']) {
        const [seen, close] = await copy(chrome, stands, { viewport: { width, height: 900 }, colorScheme });
        await save(seen, width, colorScheme);
        await close();
      }
    }
  };
}

/** So many tabs that look, while others walk on. */
export function lookout(atOnce) {
  const [waiting, all] = [[], []];
  const tabs = new Set();
  const next = () => {
    while (tabs.size < atOnce && waiting.length > 0) {
      const tab = waiting.shift()().finally(() => {
        tabs.delete(tab);
        next();
      });
      tab.catch(() => {});
      tabs.add(tab);
      all.push(tab);
    }
  };
  return {
    later(look) {
      waiting.push(look);
      next();
    },
    async done() {
      while (tabs.size > 0) await Promise.allSettled([...tabs]);
      await Promise.all(all);
    },
  };
}
