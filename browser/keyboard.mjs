// The keyboard over a whole page, from its top to its bottom.

/** In the page: what the tabulator should stop at, and a note of each stop as it is left. */
const listen = () => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]');
  const reach = 'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex],[contenteditable]';
  const radios = new Set();
  const first = (e) => {
    if (e.type !== 'radio' || !e.name) return true;
    const group = [...document.querySelectorAll('input[type=radio]')].filter((r) => r.name === e.name && r.form === e.form);
    const one = group.find((r) => r.checked) ?? group[0];
    if (one !== e || radios.has(e)) return false;
    return radios.add(e);
  };
  const stops = [...document.querySelectorAll(reach)].filter((e) => e.tabIndex >= 0 && !e.disabled && shown(e) && first(e));
  const ring = (e) => {
    const parts = [null, '::before', '::after'].map((part) => getComputedStyle(e, part));
    const outline = parts.map((s) => (s.outlineStyle === 'none' ? 0 : parseFloat(s.outlineWidth)));
    return { wide: Math.max(...outline), sign: parts.map((s) => `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor} ${s.boxShadow}`).join('|') };
  };
  const html = (e) => e?.outerHTML?.slice(0, 90) ?? 'nothing';
  const cover = (e) => {
    for (const box of e.getClientRects()) {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right - left < 1 || bottom - top < 1) continue;
      const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return e.contains(above) ? '' : `is covered by ${html(above)}`;
    }
    return 'is outside the window';
  };
  // From the top, wherever the focus was: the tabulator goes on from where a focused element was taken away.
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  const bare = new Map(stops.map((e) => [e, ring(e).sign]));
  const seen = [];
  let done = false;
  const note = () => {
    const e = document.activeElement;
    if (done) return;
    if (!e || e === document.body) {
      done = seen.length > 0;
      return;
    }
    // A date field has several stops of its own.
    if (seen.at(-1)?.e === e) return;
    if (e === seen[0]?.e) {
      done = true;
      return;
    }
    const now = ring(e);
    seen.push({ e, ring: now.sign === bare.get(e) ? 0 : now.wide, cover: cover(e) });
  };
  window.addEventListener('keydown', (event) => event.key === 'Tab' && note(), true);
  const told = () => {
    note();
    const faults = [];
    const say = (e, what) => faults.push(`${html(e)} ${what}`);
    const places = seen.map(({ e }) => stops.indexOf(e));
    stops.filter((e) => !seen.some((n) => n.e === e)).slice(0, 3).forEach((e) => say(e, 'is never reached'));
    seen.filter((n, i) => places[i] < 0).slice(0, 3).forEach(({ e }) => say(e, 'stops the tabulator and does nothing'));
    const known = seen.filter((n, i) => places[i] >= 0).map(({ e }) => e);
    const wrong = known.find((e, i) => i > 0 && stops.indexOf(e) < stops.indexOf(known[i - 1]));
    if (wrong) say(wrong, 'is reached out of its order');
    if (new Set(known).size < known.length) say(known.find((e, i) => known.indexOf(e) < i), 'is reached twice');
    seen.filter((n) => n.ring < 2.9).slice(0, 3).forEach(({ e, ring: wide }) => say(e, `has a ring of ${wide}`));
    seen.filter((n) => n.cover).slice(0, 3).forEach(({ e, cover: by }) => say(e, by));
    return faults.join('; ');
  };
  window.riktningKeys = { told };
  const dates = stops.filter((e) => ['date', 'datetime-local', 'time', 'month'].includes(e.type)).length;
  return stops.length + dates * 5 + 2;
};

/** Every stop once, in the order of the document, seen and not covered, and out again at the end. */
export async function walked(page) {
  const presses = await page.evaluate(listen);
  for (let n = 0; n < presses; n += 1) await page.keyboard.press('Tab');
  return page.evaluate(() => window.riktningKeys.told());
}

/** What opens does so by a key, and shuts by it; it is left open. */
export async function opened(page) {
  const faults = [];
  const count = await page.locator('summary').count();
  const at = (n, focus) =>
    page.evaluate(([place, take]) => {
      const summary = document.querySelectorAll('summary')[place];
      if (take) summary.focus();
      return { seen: summary.checkVisibility(), open: summary.parentElement.open, html: summary.outerHTML.slice(0, 90) };
    }, [n, focus]);
  for (let n = 0; n < count; n += 1) {
    const before = await at(n, true);
    if (!before.seen) faults.push(`${before.html} is never shown`);
    await page.keyboard.press('Enter');
    if ((await at(n)).open === before.open) faults.push(`${before.html} does not answer to Enter`);
    if (before.open) await page.keyboard.press('Enter');
  }
  return faults.slice(0, 3).join('; ');
}

/** The link past the head is first, and leads to what the page is about. */
export async function skips(page) {
  await page.evaluate(() => (document.activeElement?.blur?.(), document.querySelector('.hoppa')?.focus()));
  await page.keyboard.press('Enter');
  const { first, id } = await page.evaluate(() => ({ first: document.querySelector('a[href],button')?.className, id: document.activeElement.id }));
  if (first !== 'hoppa') return `the first stop is ${first}`;
  return id === 'innehall' ? '' : `it leads to ${id || 'nothing'}`;
}

/** On a narrow window the menu opens by a key, holds the tabulator's next stop, and shuts by Escape. */
export async function menu(page) {
  const within = () => page.locator('#meny a').first().isVisible();
  await page.locator('.menyknapp').focus();
  await page.keyboard.press('Enter');
  if (!(await within())) return 'it stays shut';
  await page.keyboard.press('Tab');
  if (!(await page.evaluate(() => Boolean(document.activeElement.closest('#meny'))))) return 'its links are not the next stop';
  await page.keyboard.press('Escape');
  if (await within()) return 'it stays open';
  return (await page.evaluate(() => document.activeElement.matches('.menyknapp'))) ? '' : 'the focus is lost when it shuts';
}

/** Each look finds a page that has the fault. */
export async function controls(page, said) {
  const RING = '<style>:focus{outline:3px solid #00f}</style>';
  const on = (body, style = RING) => page.setContent(`<!doctype html><html lang="sv"><title>x</title>${style}<body>${body}`);
  const finds = async (what, body, fault, style) => {
    await on(body, style);
    const told = await walked(page);
    said(`keyboard: ${what}`, fault ? told.includes(fault) : told === '', told);
  };
  await finds('a page without fault has none', '<a href="/">a</a> <button>b</button> <input type="date"> <details><summary>c</summary><a href="/">d</a></details> <a href="/">e</a>', '');
  const to = (id) => `onkeydown="event.key==='Tab'&&(event.preventDefault(),document.getElementById('${id}').focus())"`;
  await finds('another order is found', `<a href="/" ${to('c')}>a</a> <a href="/" id="b">b</a> <a href="/" id="c" ${to('b')}>c</a>`, 'out of its order');
  await finds('a stop before all others is found', '<a href="/">a</a> <a href="/" tabindex="1">b</a> <a href="/">c</a>', 'is never reached');
  await finds('a stop without ring is found', '<a href="/">a</a> <a href="/" style="outline:none">b</a>', 'ring of 0');
  await finds('a ring that is always there is found', '<a href="/">a</a> <a href="/" style="outline:3px solid #00f">b</a>', 'ring of 0');
  await finds('what is covered is found', '<a href="/">a</a> <a href="/">b</a><p style="position:fixed;inset:0;margin:0;background:#fff"></p>', 'is covered by');
  await finds('what is outside the window is found', '<a href="/">a</a> <a href="/" style="position:fixed;left:-999px">b</a>', 'outside the window');
  await finds('a trap is found', '<a href="/">a</a> <input onkeydown="event.key===\'Tab\'&&event.preventDefault()"> <a href="/">c</a>', 'is never reached');
  await finds('a stop that does nothing is found', '<a href="/">a</a> <div style="overflow:auto;height:2em;width:9em"><p style="height:9em">b</p></div> <a href="/">c</a>', 'does nothing');
  await on('<details><summary onkeydown="event.preventDefault()">a</summary>b</details>');
  said('keyboard: what does not open is found', (await opened(page)).includes('does not answer'));
  await on('<a class="hoppa" href="#innehall">a</a><main>b</main>');
  said('keyboard: a link past the head to nowhere is found', await skips(page));
  await on('<button class="menyknapp">a</button><nav id="meny" hidden><a href="/">b</a></nav>');
  said('keyboard: a menu that stays shut is found', await menu(page));
}
