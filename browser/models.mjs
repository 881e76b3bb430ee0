// The strategist's model, without JavaScript: a draft with its levels, scales and topics, put in force or looked at before it is
// changed; each page looked at as it comes, with what it says of a fault, and beside what somebody else has saved.

import { again, must, shut } from './lookout.mjs';

/** Takes away what stands in the form of a button, all that can be typed and chosen, and sends it. */
export async function sendsNothing(button) {
  await button.evaluate(({ form }) => {
    for (const field of form.elements) {
      if (['checkbox'].includes(field.type)) field.checked = false;
      else if (field.tagName === 'SELECT') field.value = '';
      else if (!['hidden', 'radio', 'submit'].includes(field.type) && 'value' in field) field.value = '';
    }
  });
  await button.click();
  await button.page().locator('#fel').waitFor();
}

const go = (page, name) => page.getByRole('main').getByRole('link', { name }).first().click();
const press = (page, name) => page.getByRole('main').getByRole('button', { name }).first();

/** A level of a draft: a new one, one that stands, and one that somebody else has saved meanwhile. */
async function levels(page, draft, see) {
  await go(page, 'Lägg till en nivå');
  await see(page, 'a new level');
  await sendsNothing(press(page, 'Spara'));
  await see(page, 'a level with faults');
  await page.goto(draft);
  await page.locator('ol.rader h3 a').last().click();
  await see(page, 'a level');
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  await beside.getByLabel('Flera heter', { exact: true }).fill('Löften för året');
  await press(beside, 'Spara').click();
  await beside.getByText('Ändringen är sparad.').waitFor();
  await shut(beside);
  await page.getByLabel('Flera heter', { exact: true }).fill('Årets löften');
  await press(page, 'Spara').click();
  await page.getByText('Skiljer sig från det som är sparat nu').waitFor();
  must((await page.getByLabel('Flera heter', { exact: true }).inputValue()) === 'Årets löften', 'what was typed of the level is lost');
  await see(page, 'a level that somebody else has changed');
}

async function scales(page, draft, see) {
  await page.goto(draft);
  await go(page, 'Lägg till en skala');
  await see(page, 'a new scale');
  await sendsNothing(press(page, 'Spara'));
  await see(page, 'a scale with faults');
  await page.goto(draft);
  await page.locator('ul.rader h3 a').last().click();
  await see(page, 'a scale');
}

async function topics(page, site, see) {
  await page.goto(`${site}/arbete/malmodell/amnen`);
  await see(page, 'the topics');
  await page.locator('main h3 a').first().click();
  await see(page, 'a topic');
  await page.goto(`${site}/arbete/malmodell/amnen`);
  await go(page, /^Lägg till/);
  await see(page, 'a new topic');
  await sendsNothing(press(page, 'Spara'));
  await see(page, 'a topic with faults');
}

/** The rounds that every year of a draft has. */
async function yearly(page, draft, see) {
  await page.goto(draft);
  await go(page, 'Lägg till en omgång');
  await see(page, 'a new round of every year');
  await sendsNothing(press(page, 'Spara'));
  await see(page, 'a round of every year with faults');
  await page.locator('#namn').fill('Delårsrapport');
  await page.getByLabel('Uppföljning under året').check();
  await page.locator('#lage').fill('31 augusti');
  await page.getByLabel('Nämnderna', { exact: true }).fill('20 september');
  await press(page, 'Spara').click();
  await page.getByText('Sista dag nämnderna 20 september').waitFor();
  await go(page, 'Delårsrapport');
  await see(page, 'a round of every year');
}

/** From a draft to the day it is in force. */
async function putInForce(page, draft, see) {
  await page.goto(draft);
  await go(page, 'Sätt modellen i kraft');
  await see(page, 'a model to put in force');
  await sendsNothing(press(page, 'Se vad som händer den dagen'));
  await see(page, 'a model to put in force, with a fault');
  await page.getByLabel('Gäller från och med').fill('2027-05-01');
  await press(page, 'Se vad som händer den dagen').click();
  await page.getByRole('heading', { name: 'Det här händer' }).waitFor();
  await see(page, 'what putting a model in force does');
  await press(page, /^Sätt i kraft/).click();
  await page.getByText('Datumet är satt.').waitFor();
  await see(page, 'a model that is to come');
  await page.goto(`${new URL(draft).origin}/arbete/aret/2029/omgangar`);
  await page.getByText('Ur modellen').first().waitFor();
  await see(page, 'a year made as the model says');
}

/** What stands is changed after a look at what it does. */
async function inForce(page, site, see) {
  await page.goto(`${site}/arbete/malmodell`);
  await page.getByRole('listitem').filter({ hasText: /Gäller sedan/ }).getByRole('link').first().click();
  await see(page, 'a model in force');
  await page.locator('ol.rader h3 a').last().click();
  await page.getByLabel('Flera heter', { exact: true }).fill('Löften som någon står för');
  await press(page, 'Se vad ändringen gör').click();
  await page.getByRole('heading', { name: 'Det här händer' }).waitFor();
  await see(page, 'what a change of a model does');
  await page.goto(`${site}/arbete/malmodell`);
  await page.getByRole('listitem').filter({ hasText: 'Perioden är slut' }).getByRole('link').first().click();
  await see(page, 'a model that is over');
}

export async function modelled(chrome, site, cookies, see) {
  const { page, context } = await again(chrome, cookies);
  await page.goto(`${site}/arbete/malmodell`);
  await see(page, 'the models');
  await sendsNothing(press(page, 'Börja'));
  await see(page, 'a model to begin, with faults');
  await page.goto(`${site}/arbete/malmodell`);
  await page.getByRole('textbox').first().fill('Strategisk inriktning 2028–2031');
  await press(page, 'Börja').click();
  await page.getByText('Bara strategen ser det.').waitFor();
  const draft = page.url();
  await see(page, 'a draft of a model');
  await sendsNothing(press(page, 'Spara'));
  await see(page, 'a draft of a model with faults');
  await page.goto(draft);
  await levels(page, draft, see);
  await scales(page, draft, see);
  await yearly(page, draft, see);
  await topics(page, site, see);
  await putInForce(page, draft, see);
  await inForce(page, site, see);
  await shut(context);
}
