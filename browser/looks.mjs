// What is looked at on a page: each look answers with the fault, or with nothing.
import axeCore from 'axe-core';

/** The rules of axe that colours alone decide. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** axe in the page itself, put in once a page: there are no frames, and a run costs no tab of its own. */
export async function axe(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
  const { violations } = await page.evaluate((how) => window.axe.run(how), options);
  return violations.map((v) => `${v.id} at ${v.nodes[0].target} ${v.nodes[0].html.slice(0, 120)}`).join('; ');
}

/** Where every box of the page stands: two schemes that give the same boxes differ by colours alone. */
const boxes = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('body *')].map((e) => {
      const { left, top, width, height } = e.getBoundingClientRect();
      return [e.checkVisibility(), left, top, width, height].join(' ');
    });
    return `${document.body.outerHTML.length}\n${all.join('\n')}`;
  });

/**
 * A page at one width in both schemes. In the second, if no box has moved, only what colours decide is asked
 * again: axe would find the rest in the same places.
 */
export async function inBothSchemes(page, width, check, of) {
  const stand = async (colorScheme) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const so = await page.evaluate(([w, s]) => innerWidth === w && matchMedia(`(prefers-color-scheme:${s})`).matches, [width, colorScheme]);
    check(`${of} ${width} ${colorScheme} is so`, so ? '' : 'it is not');
  };
  await stand('light');
  check(`${of} ${width} light axe`, await axe(page));
  check(`${of} ${width} light width`, await tooWide(page));
  const before = await boxes(page);
  await stand('dark');
  const moved = before !== (await boxes(page));
  check(`${of} ${width} dark axe`, await axe(page, moved ? undefined : COLOURS));
  check(`${of} ${width} dark width`, await tooWide(page));
}

export const tooWide = (page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement;
    return scrollWidth > innerWidth ? `${scrollWidth} pixels on ${innerWidth}` : '';
  });

/** Nothing runs but our own scripts, each where it is wanted: what keeps what is typed in the work area, what tries words, what chooses by keys in a
 * report, and what asks for a passkey. */
export const scripts = (page) =>
  page.evaluate(() => {
    const keeps = 'script[src^="/static/work."][defer]:empty';
    const tries = 'script[src^="/static/words."][defer]:empty';
    const asks = 'script[src^="/static/passkeys."][data-adress][defer]:empty';
    const reports = 'script[src^="/static/report."][defer]:empty';
    const odd = document.querySelector(`script:not(${keeps},${tries},${reports},${asks}),[style],[onclick]`);
    const needless = (script, wants) => document.querySelector(script) && !document.querySelector(wants);
    if (odd) return 'a script or a style attribute';
    if (needless(keeps, 'form[data-utkast]')) return 'a script that keeps no form';
    if (needless(reports, 'form .valrad')) return 'a script that chooses nothing';
    if (needless(tries, 'form [name=prova]')) return 'a script that tries no words';
    return needless(asks, 'form[data-kan]') ? 'a script that asks for no passkey' : '';
  });

/** What WCAG 1.4.12 lets a reader do to any page, and the spacing that then must be there. */
const SPACED = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

/** A reader's own style sheet, which the policy of the page does not hold back. */
export const spaceOut = (page, css = SPACED) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = text ? [sheet] : [];
  }, css);

export const spacing = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('p')).letterSpacing) > 1);

/** What is cut off: a box that hides what does not fit, with more in it than it shows. */
export const cutOff = (page) =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll('main, main *')].find((e) => {
      const { overflowX, overflowY } = getComputedStyle(e);
      const clips = [overflowX, overflowY].some((o) => o === 'hidden' || o === 'clip');
      const shown = !e.closest('.dold, svg, [aria-hidden=true]') && e.clientWidth > 1;
      return clips && shown && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
    });
    if (!cut) return '';
    const out = [...cut.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > cut.getBoundingClientRect().right + 1 && !e.closest('.rulla, svg, .dold'));
    return `${cut.outerHTML.slice(0, 60)} is cut off at ${out?.outerHTML.slice(0, 100)}`;
  });

/** Everything that opens, open or shut. */
export const allOpen = (page, open) => page.evaluate((to) => document.querySelectorAll('details').forEach((d) => (d.open = to)), open);

/** Each look finds a page that has the fault. */
export async function controls(page, said) {
  await page.setContent('<!doctype html><html><title>x</title><p style="width:900px"><img src="data:,"><script>1</script>');
  said('axe finds a page without language', (await axe(page)).includes('html-has-lang'));
  said('a wide page is found', await tooWide(page));
  said('a script is found', await scripts(page));
  await page.setContent('<!doctype html><html lang="sv"><title>x</title><main><p style="color:#ccc;background:#fff">blekt</p><p style="height:1em;overflow:hidden">en<br>två<br>tre</p></main>');
  said('axe by colours alone finds what is pale', (await axe(page, COLOURS)).includes('color-contrast'));
  said('what is cut off is found', await cutOff(page));
  said('text that nobody spaced is found', !(await spacing(page)));
  await spaceOut(page);
  said('text that is spaced is found', await spacing(page));
  await spaceOut(page, '');
  await page.setContent('<!doctype html><html lang="sv"><style>@media (prefers-color-scheme:dark){p{margin-left:9px}i{display:none}}</style><title>x</title><main><h1>x</h1><p>y</p><img alt="z" src="data:,"><i>i</i></main>');
  const asked = [];
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await boxes(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  asked.push(light !== (await boxes(page)));
  await page.emulateMedia({ colorScheme: 'light' });
  asked.push(light === (await boxes(page)));
  said('boxes that move with the scheme are found', asked.every(Boolean));
}
