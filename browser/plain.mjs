// A page where scripts are off: it says the same, and all that can be done can be done.

/** What a page says and leads to. */
export const told = (page) =>
  page.evaluate(() => ({
    text: document.querySelector('main')?.innerText ?? '',
    links: [...document.querySelectorAll('a')].map((a) => `${a.href} ${a.textContent}`),
  }));

/** What differs between a page with scripts and without. */
export function differs(withScripts, without) {
  const link = withScripts.links.find((l, i) => l !== without.links[i]) ?? without.links[withScripts.links.length];
  if (link) return `a link is another: ${link}`;
  if (withScripts.text === without.text) return '';
  const at = [...withScripts.text].findIndex((letter, i) => letter !== without.text[i]);
  return `another text from "${withScripts.text.slice(at, at + 40)}"`;
}

/** In the page: what can be pressed, filled in or followed, and would do nothing. */
const idle = () => {
  const html = (e) => e.outerHTML.slice(0, 90);
  const target = (id) => id && document.getElementById(id);
  const faults = [];
  for (const b of document.querySelectorAll('button,input[type=button],input[type=image],input[type=submit]')) {
    const opens = b.hasAttribute('popovertarget') && target(b.getAttribute('popovertarget'))?.hasAttribute('popover');
    const sends = b.form && b.type === 'submit';
    if (b.disabled || !(opens || sends)) faults.push(`does nothing: ${html(b)}`);
  }
  for (const field of document.querySelectorAll('input,select,textarea')) {
    if (!field.form || !field.name) faults.push(`is sent by nothing: ${html(field)}`);
  }
  for (const a of document.querySelectorAll('a')) {
    const href = a.getAttribute('href');
    if (href === null || /^javascript:/i.test(href)) faults.push(`leads nowhere: ${html(a)}`);
    const own = a.href && new URL(a.href);
    const here = own && own.origin + own.pathname + own.search === location.origin + location.pathname + location.search;
    if (here && own.hash && !target(decodeURIComponent(own.hash.slice(1)))) faults.push(`leads nowhere: ${html(a)}`);
  }
  for (const e of document.querySelectorAll('[role=button]:not(button),[onclick]')) faults.push(`does nothing: ${html(e)}`);
  for (const d of document.querySelectorAll('details')) if (!d.querySelector('summary')) faults.push(`opens nothing: ${html(d)}`);
  // An empty comment is refused, rightly.
  for (const text of document.querySelectorAll('textarea')) text.value ||= 'Prov';
  const forms = [...document.forms].map((form) => {
    const submit = [...form.elements].find((e) => e.type === 'submit' && !e.disabled);
    if (!submit) faults.push(`cannot be sent: ${html(form)}`);
    return { action: form.action, method: form.method, sends: submit ? [...new FormData(form, submit)] : null, html: html(form) };
  });
  return { faults, forms };
};

/** What has been sent, so that the same form of many pages is sent once. */
const sent = new Map();

/** Sends a form as it stands, as the browser would. */
async function send({ action, method, sends }, get) {
  const fields = new URLSearchParams(sends);
  if (method === 'post') {
    const answer = await get(action, { method: 'POST', body: fields, redirect: 'manual', headers: { origin: new URL(action).origin } });
    return answer.status === 303 ? '' : `${answer.status} to ${action}`;
  }
  const to = new URL(action);
  to.search = fields;
  to.hash = '';
  const answer = await get(to, {});
  return answer.status;
}

/**
 * Everything that can be done on the page, and every form of it sent. A form that stands with what a reader typed
 * wrong is answered with the same fault: `status` is what the page itself answered.
 */
export async function works(page, status, get) {
  const { faults, forms } = await page.evaluate(idle);
  for (const form of forms.filter((f) => f.sends)) {
    // What a page is called in the answer form differs on each, and an address may answer so many times.
    const what = form.method === 'post' ? form.sends.map(([name]) => name) : form.sends;
    const key = JSON.stringify([form.method, form.action, what]);
    if (!sent.has(key)) sent.set(key, await send(form, get));
    const answer = sent.get(key);
    const fine = answer === '' || answer === 200 || (answer === 400 && status === 400);
    if (!fine) faults.push(`is answered ${answer}: ${form.html}`);
  }
  return faults.slice(0, 4).join('; ');
}

/** Where the window is narrow the menu opens and shuts by a click, and what is folded opens. */
export async function opens(page) {
  const menu = () => page.locator('#meny a').first().isVisible();
  await page.locator('.menyknapp').click();
  if (!(await menu())) return 'the menu stays shut';
  await page.locator('#meny .stang').click();
  if (await menu()) return 'the menu stays open';
  const folded = page.locator('summary').first();
  if (!(await folded.count())) return '';
  const open = () => folded.evaluate((s) => s.parentElement.open);
  const before = await open();
  await folded.click();
  return (await open()) === before ? 'what is folded stays so' : '';
}

/** Each look finds a page that has the fault. */
export async function controls(page, without, site, get, said) {
  const html = '<!doctype html><html lang="sv"><title>x</title><main>a<noscript> b</noscript><a href="/c">c</a></main>';
  const other = `${html}<script>document.querySelector('main').append('d')</script>`;
  const pair = async (markup) => {
    await page.setContent(markup);
    await without.setContent(markup);
    return differs(await told(page), await told(without));
  };
  said('without scripts: a text that scripts write is found', (await pair(other)).includes('another text'));
  said('without scripts: a link that scripts make is found', (await pair(html.replace('</main>', '</main><script>document.body.append(document.createElement("a"))</script>'))).includes('a link'));
  said('without scripts: two pages that say the same are alike', !(await pair('<!doctype html><html lang="sv"><title>x</title><main>a<a href="/c">c</a></main>')));
  const finds = async (what, body, fault) => {
    await without.goto(`${site}/finns-inte`);
    await without.evaluate((inside) => (document.body.innerHTML = inside), body);
    const found = await works(without, 404, get);
    said(`without scripts: ${what}`, fault ? found.includes(fault) : found === '', found);
  };
  await finds('a page without fault has none', '<form action="/sok"><input name="q"><button>a</button></form><a href="#b">b</a><p id="b">b</p>', '');
  await finds('a button that does nothing is found', '<button type="button">a</button>', 'does nothing');
  await finds('a button for a menu that is not there is found', '<button type="button" popovertarget="x">a</button>', 'does nothing');
  await finds('a field that nothing sends is found', '<input name="a">', 'is sent by nothing');
  await finds('a form that cannot be sent is found', '<form action="/sok"><input name="q"></form>', 'cannot be sent');
  await finds('a form to nowhere is found', '<form action="/finns-inte-heller"><input name="q"><button>a</button></form>', 'is answered 404');
  await finds('a form that is refused is found', '<form method="post" action="/finns-inte-heller"><button>a</button></form>', 'is answered');
  await finds('a link to a place that is not there is found', '<a href="#x">a</a>', 'leads nowhere');
  await finds('what only a script presses is found', '<span role="button">a</span>', 'does nothing');
}
