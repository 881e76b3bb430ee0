// What is still told where the reader's own few colours replace the page's, and on paper.

/** In the page: the tools that both looks need. */
const tools = () => {
  const parse = (text) => {
    const [, kind, inside] = text.match(/^(rgba?|color)\((.*)\)$/) ?? [];
    const parts = (inside ?? '').match(/[\d.]+(e-\d+)?/g)?.map(Number) ?? [];
    if (kind === 'color') return { rgb: parts.slice(0, 3).map((c) => c * 255), a: parts[3] ?? 1 };
    return kind ? { rgb: parts.slice(0, 3), a: parts[3] ?? 1 } : { rgb: [0, 0, 0], a: 0 };
  };
  const over = (top, below) => ({ rgb: top.rgb.map((c, i) => c * top.a + below.rgb[i] * (1 - top.a)), a: 1 });
  const light = ({ rgb }) => {
    const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const html = (e) => e.outerHTML.slice(0, 90);
  const SHAPES = 'path,line,rect,circle,ellipse,polygon,polyline';
  const drawn = (svg) => [...svg.querySelectorAll(SHAPES)].filter((e) => !e.closest('defs,symbol,clipPath,mask,pattern') && e.checkVisibility({ visibilityProperty: true }));
  /** The colours that a shape is painted with. */
  const paints = (e) => {
    const s = getComputedStyle(e);
    const of = (paint, opacity) => {
      const colour = parse(paint);
      return { ...colour, a: colour.a * Number(opacity) * Number(s.opacity) };
    };
    const { width, height } = e.getBBox();
    const none = { rgb: [0, 0, 0], a: 0 };
    const fill = width && height ? of(s.fill, s.fillOpacity) : none;
    const stroke = parseFloat(s.strokeWidth) > 0 ? of(s.stroke, s.strokeOpacity) : none;
    return { fill, stroke, all: [fill, stroke].filter((c) => c.a > 0) };
  };
  const probe = document.createElement('p');
  document.body.append(probe);
  probe.style.backgroundColor = 'Canvas';
  const canvas = parse(getComputedStyle(probe).backgroundColor);
  probe.remove();
  /** What an element stands on: the backgrounds behind it, or on paper only those that are printed. */
  const ground = (element, paper) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      const s = getComputedStyle(e);
      if (paper && s.printColorAdjust !== 'exact') continue;
      const colour = parse(s.backgroundColor);
      if (colour.a > 0) layers.push(colour);
      if (colour.a === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), paper ? { rgb: [255, 255, 255], a: 1 } : canvas);
  };
  /** What a shape or a text of a drawing stands on: the last shape before it that holds it. */
  const beneath = (e, svg, paper) => {
    const own = e.getBoundingClientRect();
    const holds = (other) => {
      const box = other.getBoundingClientRect();
      return box.left <= own.left + 1 && box.top <= own.top + 1 && box.right >= own.right - 1 && box.bottom >= own.bottom - 1;
    };
    const before = drawn(svg).filter((other) => other !== e && other.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING);
    const last = before.reverse().find((other) => paints(other).fill.a === 1 && holds(other));
    return last ? paints(last).fill : ground(svg.parentElement, paper);
  };
  /** Every piece of text that is seen, with the element that says it. */
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const e = node.parentElement;
      if (!node.data.trim() || found.has(e)) continue;
      if (e.closest('.dold,option,title,desc,script,style') || !e.checkVisibility({ visibilityProperty: true })) continue;
      found.set(e, node.data.trim().slice(0, 40));
    }
    return [...found];
  };
  const pale = (paper) => {
    const faults = texts().flatMap(([e, text]) => {
      const svg = e.closest('svg');
      const s = getComputedStyle(e);
      const on = svg ? beneath(e, svg, paper) : ground(e, paper);
      const ink = over(parse(svg ? s.fill : s.color), on);
      const ratio = contrast(ink, on);
      return ratio < 4.5 ? [`"${text}" has a contrast of ${ratio.toFixed(1)}: ${html(e)}`] : [];
    });
    return faults.slice(0, 3);
  };
  window.riktningColours = { parse, contrast, over, html, drawn, paints, ground, beneath, pale };
};

/** A copy of each mark in the place where it is used: its own shapes in the colours of that place. */
const unfold = () => {
  window.riktningMarks = [...document.querySelectorAll('svg use')].map((use) => {
    const symbol = document.querySelector(use.getAttribute('href'));
    const copy = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    copy.setAttribute('viewBox', symbol?.getAttribute('viewBox') ?? '0 0 1 1');
    copy.append(...[...(symbol?.children ?? [])].map((shape) => shape.cloneNode(true)));
    use.after(copy);
    return copy;
  });
};

/** What is painted at all, before the colours are taken away. */
const remember = () => {
  const { drawn, paints } = window.riktningColours;
  const svgs = [...document.querySelectorAll('svg')].filter((svg) => !svg.parentElement.closest('svg'));
  const parts = [...document.querySelectorAll('main *')].flatMap((e) => ['::before', '::after'].map((part) => [e, part]));
  const filled = ([e, part]) => {
    const s = getComputedStyle(e, part);
    const empty = s.content === '""' && s.display !== 'none' && e.checkVisibility();
    return empty && (window.riktningColours.parse(s.backgroundColor).a > 0 || s.backgroundImage !== 'none');
  };
  window.riktningPainted = {
    shapes: svgs.flatMap((svg) => drawn(svg).filter((e) => paints(e).all.length).map((e) => [e, svg])),
    parts: parts.filter(filled),
  };
};

/** The tint within a range is left out where there are few colours: the lines at its ends are shapes of their own. */
const EDGED = '.d-malband';

const gone = (edged) => {
  const { beneath, contrast, ground, html, over, paints, pale, parse } = window.riktningColours;
  const faults = pale(false);
  const seen = (colours, on) => colours.some((c) => contrast(over(c, on), on) >= 3);
  for (const [e, svg] of window.riktningPainted.shapes) {
    if (!e.matches(edged) && !seen(paints(e).all, beneath(e, svg, false))) faults.push(`a shape is gone: ${html(e)} in ${html(svg).slice(0, 60)}`);
  }
  for (const [e, part] of window.riktningPainted.parts) {
    const s = getComputedStyle(e, part);
    const edges = ['Top', 'Left'].filter((side) => parseFloat(s[`border${side}Width`]) > 0 && s[`border${side}Style`] !== 'none');
    const colours = [s.backgroundColor, ...edges.map((side) => s[`border${side}Color`])].map(parse);
    const kept = s.backgroundImage !== 'none' || seen(colours.filter((c) => c.a > 0), ground(e, false));
    if (!kept) faults.push(`${part} is gone: ${html(e)}`);
  }
  const marks = new Map();
  for (const mark of document.querySelectorAll('.st')) {
    const use = mark.querySelector('svg use');
    const drawing = use && document.querySelector(use.getAttribute('href'))?.innerHTML;
    if (!mark.textContent.trim() || !drawing) faults.push(`a mark has no word or no shape: ${html(mark)}`);
    const kind = [...mark.classList].find((c) => c.startsWith('st-'));
    const other = [...marks].find(([of, shape]) => of !== kind && shape === drawing);
    if (drawing && other) faults.push(`${kind} is drawn as ${other[0]}: ${html(mark)}`);
    marks.set(kind, drawing);
  }
  for (const e of document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex="0"]')) {
    if (!e.checkVisibility({ visibilityProperty: true })) continue;
    e.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== e) continue;
    const on = ground(e.parentElement, false);
    const rings = [null, '::after'].map((part) => getComputedStyle(e, part)).filter((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
    if (!rings.some((s) => contrast(over(parse(s.outlineColor), on), on) >= 3)) faults.push(`the focus is not seen: ${html(e)}`);
  }
  document.activeElement?.blur?.();
  return faults.slice(0, 4).join('; ');
};

/** A page in few colours, on light and on dark: its texts, shapes, marks and focus are all there. */
export async function forced(page) {
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
  await page.evaluate(tools);
  await page.evaluate(unfold);
  await page.evaluate(remember);
  const faults = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ media: 'screen', colorScheme, forcedColors: 'active' });
    // The canvas is another one in each.
    await page.evaluate(tools);
    const so = await page.evaluate(() => matchMedia('(forced-colors:active)').matches);
    const fault = so ? await page.evaluate(gone, EDGED) : 'the colours are not forced';
    if (fault) faults.push(`${colorScheme}: ${fault}`);
  }
  await page.evaluate(() => window.riktningMarks.forEach((mark) => mark.remove()));
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
  return faults.join('; ');
}

/** A4 less its margins, in CSS pixels. */
const SHEET = { width: 718, height: 1000 };

/** What a reader may do on the screen and not on paper. */
const DOING = 'nav,form.perdatum .rad,.perdatum a,.aterk,.knapp,.hoppa,.menyknapp,.sprak,.drift';

/** On paper: no menu and no button, all that the page says with what was folded, none of it pale or cut. */
export async function printed(page) {
  await page.evaluate(tools);
  await page.evaluate((doing) => {
    const all = document.querySelectorAll('main *');
    const own = [...all].filter((e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()));
    const said = (e) => !e.closest(`${doing},.dold,form,option,title,desc,svg`) && e.checkVisibility({ visibilityProperty: true });
    document.querySelectorAll('details').forEach((d) => (d.open = true));
    window.riktningSaid = own.filter(said);
    document.querySelectorAll('details').forEach((d) => (d.open = false));
  }, DOING);
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const fault = await page.evaluate((doing) => {
    const { html, pale } = window.riktningColours;
    const seen = (e) => e.checkVisibility({ visibilityProperty: true });
    const faults = pale(true);
    if (![...document.querySelectorAll('h1')].some(seen)) faults.push('no heading is printed');
    const use = [...document.querySelectorAll(`header nav,button,input,select,textarea`)].find(seen);
    if (use) faults.push(`is printed: ${html(use)}`);
    const lost = window.riktningSaid.find((e) => !e.closest(doing) && !seen(e));
    if (lost) faults.push(`is not printed: ${html(lost)}`);
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > innerWidth) faults.push(`${scrollWidth} pixels on a sheet of ${innerWidth}`);
    const cut = [...document.querySelectorAll('main *')].find((e) => getComputedStyle(e).overflowX !== 'visible' && !e.closest('.dold,svg') && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1);
    if (cut) faults.push(`the sheet cuts ${html(cut)}: ${cut.scrollWidth} on ${cut.clientWidth}`);
    return faults.slice(0, 4).join('; ');
  }, DOING);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  return fault;
}

/** Each look finds a page that has the fault. */
export async function controls(page, said) {
  const on = (body) => page.setContent(`<!doctype html><html lang="sv"><title>x</title><style>.dold{position:absolute}:focus{outline:3px solid}</style><body><main>${body}</main>`);
  const finds = async (look, what, body, fault) => {
    await on(body);
    const told = await look(page);
    said(`${look.name}: ${what}`, fault ? told.includes(fault) : told === '', told);
  };
  const svg = (inside) => `<svg width="40" height="40" viewBox="0 0 40 40">${inside}</svg>`;
  const mark = (kind, id) => `<span class="st st-${kind}"><svg width="20" height="20"><use href="#${id}"/></svg>${kind}</span>`;
  const symbols = svg('<symbol id="a" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" fill="none" stroke="CanvasText" stroke-width="2"/></symbol><symbol id="b" viewBox="0 0 20 20"><path d="M0 0H20V20z" fill="#fefefe"/></symbol>');
  await finds(forced, 'a page without fault has none', `<h1>a</h1><p><a href="/">b</a> <button>c</button></p>${svg('<path d="M0 0H40" stroke="CanvasText" stroke-width="3"/>')}${symbols}${mark('bra', 'a')}`, '');
  await finds(forced, 'a pale text is found', '<h1>a</h1><p style="forced-color-adjust:none;color:#bbb;background:#ccc">b</p>', 'contrast');
  await finds(forced, 'a line that is gone is found', `<h1>a</h1>${svg('<path d="M0 0H40" stroke="#fdfdfd" stroke-width="3"/>')}`, 'a shape is gone');
  await finds(forced, 'a mark that is gone is found', `<h1>a</h1>${symbols}${mark('bra', 'b')}`, 'a shape is gone');
  await finds(forced, 'two marks in one shape are found', `<h1>a</h1>${symbols}${mark('bra', 'a')} ${mark('ej', 'a')}`, 'is drawn as');
  await finds(forced, 'a mark by its background alone is found', '<h1>a</h1><p class="st st-bra" style="background:#0a0">bra</p>', 'no word or no shape');
  await finds(forced, 'a background that tells something is found', '<style>i::before{content:"";display:block;width:9px;height:9px;background:#0a0}</style><h1>a</h1><i></i>', '::before is gone');
  await finds(forced, 'a focus that is not seen is found', '<h1>a</h1><a href="/" style="outline:none">b</a>', 'the focus is not seen');
  await finds(printed, 'a page without fault has none', '<style>@media print{.knapp{display:none}}</style><h1>a</h1><p>b <button class="knapp">c</button></p>', '');
  await finds(printed, 'a menu is found', '<h1>a</h1><header><nav>b</nav></header>', 'is printed: <nav');
  await finds(printed, 'a button is found', '<h1>a</h1><button>b</button>', 'is printed: <button');
  await finds(printed, 'what stays folded is found', '<h1>a</h1><details><summary>b</summary><p>c</p></details>', 'is not printed');
  await finds(printed, 'white on black is found', '<h1>a</h1><p style="color:#fff;background:#000">b</p>', 'contrast');
  await finds(printed, 'a wide page is found', '<h1>a</h1><p style="width:900px">b</p>', 'on a sheet');
  await finds(printed, 'a table that is cut is found', '<h1>a</h1><div style="overflow-x:auto"><p style="width:900px">b</p></div>', 'the sheet cuts');
  await finds(printed, 'a page without heading is found', '<p>b</p>', 'no heading');
}
