// The pages of the work area that no walk comes by, as they come and with what they say of a fault; and those that have
// much or nothing to show.

import { again, shut } from './lookout.mjs';
import { sendsNothing } from './models.mjs';

const press = (page, name) => page.getByRole('main').getByRole('button', { name }).first();

/** A form, and what it says of nothing typed. */
async function both(page, address, name, button, see) {
  await page.goto(address);
  if (!name.startsWith('-')) await see(page, name);
  await sendsNothing(press(page, button));
  await see(page, `${name.replace(/^-/, '')} with faults`);
}

async function strategist(page, site, see) {
  const year = new Date().getFullYear() + 1;
  await both(page, `${site}/arbete/mandattider`, 'the terms of office', 'Sätt mandattiden', see);
  await page.goto(`${site}/arbete/mandattider`);
  await page.locator('summary').first().click();
  await sendsNothing(press(page, 'Spara rättelsen'));
  await see(page, 'a term to correct with faults');
  await page.goto(`${site}/arbete/aret/${year}`);
  const round = await page.locator('main a[href*="/arbete/omgangar/"]:not([href*="/ny"])').last().getAttribute('href');
  await both(page, site + round, 'a round', 'Spara omgången', see);
  await page.goto(site + round);
  await page.locator('summary', { hasText: 'Ställ in omgången' }).click();
  await press(page, 'Ställ in omgången').click();
  await see(page, 'a round to call off, with a fault');
  await page.getByLabel('Varför ställs den in?').fill('Fullmäktige behandlar det i juni.');
  await press(page, 'Ställ in omgången').click();
  await page.goto(site + round);
  await page.getByText('Omgången är inställd').waitFor();
  await see(page, 'a round that is called off');
  await page.goto(`${site}/arbete/aret/${year + 1}/omgangar`);
  await page.locator('main input[name=med]').evaluateAll((all) => all.forEach((one) => (one.checked = false)));
  await press(page, /^Öppna/).click();
  await see(page, 'a year made of the one before, with a fault');
  await page.goto(`${site}/arbete/aret/${year + 6}`);
  await see(page, 'a year without rounds');
  await page.goto(`${site}/arbete/aret/${year + 6}/omgangar`);
  await see(page, 'a year with nothing before it');
  await page.goto(`${site}/arbete/organisation/kommunstyrelsen`);
  await sendsNothing(press(page, 'Se vad som händer'));
  await see(page, 'a body with faults');
  await both(page, `${site}/arbete/lagar/ny`, 'a law to add', 'Spara och publicera', see);
  await page.goto(`${site}/arbete/indikatorer`);
  await see(page, 'the indicators');
  const indicator = await page.locator('ul.kort a').first().getAttribute('href');
  await both(page, `${site}/arbete/indikatorer/ny`, 'an indicator to add', 'Spara', see);
  await both(page, site + indicator, 'an indicator', 'Spara', see);
  await page.goto(`${site}/arbete/planer/2027/arbetsmarknads-och-vuxenutbildningsnamnden`);
  await see(page, 'a plan with nothing in it');
  await page.goto(`${site}/arbete/styrdokument/klimatplan`);
  await see(page, 'a governing document that is decided');
}

async function editor(page, site, see) {
  await page.goto(`${site}/arbete/finns-inte`);
  await see(page, 'an address with nothing');
  await page.goto(`${site}/arbete/webbplats/sidor`);
  await page.locator('main a[href*="/arbete/webbplats/sidor/"]:not([href$="/ny"])').first().click();
  await see(page, 'a page that stands');
  await sendsNothing(press(page, 'Publicera'));
  await see(page, 'a page that stands, with faults');
  await both(page, `${site}/arbete/webbplats/sidor/ny`, 'a page to write', 'Publicera', see);
  await both(page, `${site}/arbete/webbplats/ansvar?sida=/kontakt`, '-who answers for a page,', 'Spara', see);
  await page.goto(`${site}/arbete/webbplats/kontakt`);
  const office = await page.locator('main a[href*="/arbete/webbplats/kontakt/"]:not([href$="/nytt"])').first().getAttribute('href');
  await both(page, site + office, 'an office', 'Publicera', see);
  await both(page, `${site}${office}/dagar`, '-days that differ', 'Spara', see);
  await page.goto(`${site}/arbete/webbplats`);
  await page.locator('main a[href*="/arbete/webbplats/driftinformation/"]:not([href$="/ny"])').first().click();
  await see(page, 'a notice that was published');
  await sendsNothing(press(page, 'Publicera'));
  await see(page, 'a notice that was published, with faults');
}

async function auditor(page, site, see) {
  await page.goto(`${site}/arbete/historik/sidor/sa-overklagar-du-ett-beslut`);
  await see(page, 'the history of a page');
  await page.goto(`${site}/arbete/historik/lagar/exempelskollagen`);
  await see(page, 'the history of a law');
  await page.goto(`${site}/arbete/historik?fran=1990-01-01&till=1990-01-02`);
  await see(page, 'who did what, of which there is nothing');
  await page.goto(`${site}/arbete/historik?sida=2`);
  await see(page, 'who did what, the second page');
}

async function registrar(page, site, see) {
  await page.goto(`${site}/arbete/beslut?sida=2`);
  await see(page, 'the register of decisions, the second page');
  await page.getByRole('navigation', { name: 'Fler sidor' }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Protokollet väntar på justering' }).waitFor();
  await both(page, `${site}/arbete/losenord`, '-a password', 'Byt lösenord', see);
}

export async function states(chrome, site, signedIn, see) {
  for (const [who, looks] of [['kim', strategist], ['sam', editor], ['mika', auditor], ['alex', registrar]]) {
    const { page, context } = await again(chrome, signedIn[who]);
    await looks(page, site, see);
    await shut(context);
  }
}

/** An owner directive gets other words, which council decides and the general meeting adopts. */
export async function directed(chrome, site, signedIn, see, must) {
  const order = 'Bygg minst 150 bostäder varje år.';
  const kim = await again(chrome, signedIn.kim);
  await both(kim.page, `${site}/arbete/agardirektiv/nytt`, 'an owner directive to write', 'Spara som förslag', see);
  await kim.page.goto(`${site}/arbete/agardirektiv`);
  await see(kim.page, 'the owner directives');
  await kim.page.getByRole('link', { name: /^Skriv om ägardirektivet/ }).first().click();
  await see(kim.page, 'an owner directive to change');
  await kim.page.getByLabel('Vad bolaget ska göra').fill('');
  await press(kim.page, 'Spara som förslag').click();
  await see(kim.page, 'an owner directive with a fault');
  await kim.page.getByLabel('Vad bolaget ska göra').fill(order);
  await press(kim.page, 'Spara som förslag').click();
  await kim.page.getByText('Sparat som förslag.').waitFor();
  await see(kim.page, 'an owner directive that is proposed');
  await press(kim.page, 'Lämna till beslut').click();
  await kim.page.getByText('Lämnat till beslut.').first().waitFor();
  await see(kim.page, 'an owner directive that is handed in');
  await press(kim.page, 'Ta tillbaka förslaget').click();
  await kim.page.getByText('Förslaget är tillbaka hos er.').waitFor();
  await press(kim.page, 'Lämna till beslut').click();
  await kim.page.getByText('Lämnat till beslut.').first().waitFor();
  await kim.page.getByRole('main').getByRole('link', { name: 'Historik' }).click();
  await see(kim.page, 'the history of an owner directive');
  await shut(kim.context);
  const alex = await again(chrome, signedIn.alex);
  for (const [step, done] of [['council', 'Det binder bolaget först'], ['the general meeting', 'Bygg minst 150']]) {
    await alex.page.goto(`${site}/arbete/agardirektiv`);
    await see(alex.page, `owner directives that wait for ${step}`);
    await alex.page.getByRole('main').getByRole('list').first().getByRole('link').first().click();
    await see(alex.page, `an owner directive before ${step}`);
    await sendsNothing(press(alex.page, 'För in beslutet och publicera'));
    await see(alex.page, `an owner directive before ${step}, with faults`);
    const meeting = await alex.page.getByLabel('Mötesdag').getAttribute('max');
    await alex.page.getByLabel('Mötesdag').fill(meeting);
    await alex.page.getByLabel('Paragraf i protokollet').fill('61');
    await alex.page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
    await alex.page.getByText(done).first().waitFor();
  }
  await shut(alex.context);
  const resident = await chrome.newContext({ javaScriptEnabled: false });
  const page = await resident.newPage();
  await page.goto(`${site}/bolag/exempelbostader`);
  const said = await page.getByRole('main').innerText();
  must(said.replaceAll('\u00ad', '').includes(order), 'the directive is not on the page of the company');
  await shut(resident);
}
