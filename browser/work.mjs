// The work area in a browser: from a strategist's order to a decision that residents read, without
// JavaScript, and each page on the way looked at in every width and scheme.

import { createHmac } from 'node:crypto';
import { answers, asks, chooses, isTooLate } from './comments.mjs';
import { reorganised } from './organisation.mjs';
import { answersReferral, refers } from './referral.mjs';
import { measured } from './outcomes.mjs';
import { reported } from './report.mjs';
import { setUp } from './year.mjs';
import { compared, counted } from './worktasks.mjs';
import { adopts, checks, keepsSite, proposes } from './sitework.mjs';
import { connection } from './connection.mjs';
import { words } from './words.mjs';
import { valid } from './crawl.mjs';
import { emptyTown } from './emptytown.mjs';
import { fault, looking, lookout, must, remembering, shut, signIn } from './lookout.mjs';
import { modelled } from './models.mjs';
import { controls, led, unseen } from './workpages.mjs';
import { directed, states } from './workstates.mjs';

const ORDER = 'Fler unga ska ha ett sommarjobb som de själva har valt';
const PROMISE = 'Hundra unga får välja mellan minst tre sommarjobb';

/** The register of decisions: what has become of one, and a new one over what stands. */
async function registers(page, site, see) {
  await page.goto(`${site}/arbete/`);
  await page.getByRole('link', { name: 'Beslut', exact: true }).click();
  await see(page, 'the register of decisions');
  const waiting = page.getByRole('region', { name: 'Protokollet väntar på justering' });
  await waiting.getByRole('link').first().click();
  await see(page, 'one decision');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await see(page, 'one decision with faults');
  const today = await page.getByLabel('Vilken dag?').getAttribute('max');
  await page.getByLabel('Protokollet är justerat').check();
  await page.getByLabel('Vilken dag?').fill(today);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText('Protokollet justerades').waitFor();
  await see(page, 'a decision whose minutes are approved');
  await page.goto(`${site}/arbete/beslut/nytt/kommunstyrelsen`);
  await see(page, 'a decision over what stands');
  await page.getByLabel('Ärende').fill('Ändrade åtaganden');
  await page.getByRole('button', { name: /^Visa också/ }).click();
  must((await page.getByLabel('Ärende').inputValue()) === 'Ändrade åtaganden', 'to see more keeps what was typed');
  await see(page, 'a decision over everything that stands');
  await page.getByRole('button', { name: 'Registrera beslutet' }).click();
  await see(page, 'a decision over what stands, with faults');
}

/** A gap is mended in its own row, and the load of every body looked at. */
async function mended(page, site, see) {
  await page.getByRole('link', { name: 'Luckor', exact: true }).click();
  await see(page, 'the gaps of a strategist');
  const row = () => page.getByRole('listitem').filter({ hasText: 'Eftergymnasial utbildning' });
  await row().getByRole('button', { name: /^Spara/ }).click();
  await see(page, 'a gap with a fault');
  await row().getByLabel(/^Ansvarigt organ/).selectOption('Kommunstyrelsen');
  await row().getByRole('button', { name: /^Spara/ }).click();
  await page.getByText('Luckan är lagad.').waitFor();
  must(await row().count() === 0, 'a gap that is mended still stands');
  await page.goto(`${site}/arbete/styrtyngd`);
  await see(page, 'the steering load');
  await page.goto(`${site}/arbete/radar`);
  await page.getByRole('heading', { name: 'Inskickat i tid' }).waitFor();
  await see(page, 'what is silent');
  await page.goto(`${site}/arbete/`);
}

/** The goals of a direction: how far each body is, a plan of them, and a goal with faults. */
async function goals(page, site, see) {
  await page.goto(`${site}/arbete/planer/2027`);
  await page.getByRole('link', { name: 'Mål 2024–2027' }).click();
  await see(page, 'the goals of a direction');
  await page.getByRole('link', { name: 'Kommunfullmäktige', exact: true }).click();
  await see(page, 'the goals of council');
  await page.getByRole('link', { name: 'Skriv: Strategiskt mål' }).click();
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await see(page, 'a goal with faults');
  await page.getByLabel('Vilket mål?').fill('Alla vågar gå hem ensamma');
  await page.getByRole('group', { name: /^Bidrar till Visionen/ }).getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText('Planen kan inte lämnas in än').waitFor();
  await see(page, 'a goal that lacks a perspective');
}

/** Writes, answers, hands in, decides, and reads it as a resident. */
async function lived(chrome, site, people, see) {
  const visitor = await chrome.newContext({ javaScriptEnabled: false });
  const door = await visitor.newPage();
  await door.goto(`${site}/arbete/`);
  await see(door, 'sign-in');
  await door.getByLabel('Användarnamn').fill('ingen');
  await door.getByRole('button', { name: 'Logga in' }).click();
  await see(door, 'sign-in, refused');
  await shut(visitor);

  const kim = await signIn(chrome, site, 'kim', people);
  await see(kim.page, 'the desk of a strategist');
  await mended(kim.page, site, see);
  await checks(kim.page, site, see);
  await goals(kim.page, site, see);
  await kim.page.goto(`${site}/arbete/`);
  await kim.page.getByRole('link', { name: /^Kommunfullmäktige, Plan 2027/ }).click();
  await kim.page.getByRole('link', { name: /^Skriv: Uppdrag/ }).click();
  await kim.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await see(kim.page, 'an order with faults');
  await kim.page.getByLabel('Vad ska göras?').fill(ORDER);
  await kim.page.getByLabel('Kommunstyrelsen', { exact: true }).check();
  await kim.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await see(kim.page, 'the plan of council');
  await kim.page.getByRole('button', { name: /^Skicka ut uppdragen|^Lämna in/ }).click();
  await kim.page.getByText('Uppdragen är skickade.').waitFor();
  await refers(kim.page, site, see);
  await reorganised(kim.page, site, see);
  await setUp(kim.page, site, see);
  await shut(kim.context);

  const sasha = await signIn(chrome, site, 'sasha', people);
  await see(sasha.page, 'the desk of a contributor');
  await sasha.page.getByRole('link', { name: /^Kommunstyrelsen, Plan 2027/ }).click();
  await see(sasha.page, 'a plan with orders');
  await sasha.page.getByRole('listitem').filter({ hasText: ORDER }).getByRole('link', { name: /^Skriv med egna ord/ }).click();
  await sasha.page.getByLabel('Vad lovar ni?').fill(PROMISE);
  await sasha.page.getByRole('group', { name: /Processmål/ }).getByRole('checkbox').first().check();
  await sasha.page.getByLabel('Vem ansvarar?').fill('HR-chef');
  await sasha.page.getByLabel('Mängd').fill('100');
  await sasha.page.getByLabel('Enhet, till exempel').fill('unga');
  await sasha.page.getByLabel('När ska det vara klart?').fill('2027-08-31');
  await see(sasha.page, 'an answer');
  await sasha.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await sasha.page.getByText('Sparat.').waitFor();
  await see(sasha.page, 'a plan with a promise');
  await sasha.page.getByRole('link', { name: /^Klistra in en lista: Åtagande/ }).click();
  await see(sasha.page, 'a list to paste');
  await sasha.page.getByLabel('Leta bland det som går att välja').fill('jobb');
  await sasha.page.getByRole('button', { name: 'Leta' }).click();
  await sasha.page.getByText('En träff.').waitFor();
  await see(sasha.page, 'goals that were looked for');
  await sasha.page.getByLabel('Din lista').fill('• Fler platser\tEnhetschef\t2027-06\nKortare kö\tChef\tnästa vår');
  await sasha.page.getByRole('button', { name: 'Visa hur det blir' }).click();
  await see(sasha.page, 'a list with faults');
  await sasha.page.getByLabel('Din lista').fill('• Fler platser\tEnhetschef\t2027-06\nKortare kö');
  await sasha.page.getByRole('button', { name: 'Visa hur det blir' }).click();
  await sasha.page.getByRole('button', { name: 'Spara 2 rader' }).waitFor();
  await see(sasha.page, 'a list to look at');
  await sasha.page.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  must(await sasha.page.getByRole('button', { name: 'Lämna in planen' }).count() === 0, 'a contributor may hand in');
  await sasha.page.getByRole('link', { name: /^Ta med rader från planen för/ }).click();
  await see(sasha.page, 'the earlier plan');
  await sasha.page.getByRole('button', { name: 'Ta med de valda' }).click();
  await see(sasha.page, 'the earlier plan with a fault');
  await sasha.page.getByRole('checkbox').first().check();
  await sasha.page.getByRole('button', { name: 'Ta med de valda' }).click();
  await sasha.page.getByText('De valda raderna är med i planen').waitFor();
  await sasha.page.getByRole('link', { name: 'Ordna raderna' }).click();
  await see(sasha.page, 'rows to arrange');
  await sasha.page.getByRole('button', { name: /^Flytta upp/ }).last().click();
  await sasha.page.getByText('Raderna är ordnade.').waitFor();
  await sasha.page.getByLabel(/^Plats/).first().fill('99');
  await sasha.page.getByRole('button', { name: 'Spara platserna' }).click();
  await see(sasha.page, 'places with a fault');
  await sasha.page.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  await sasha.page.getByRole('link', { name: /^Skriv: Åtagande/ }).click();
  await sasha.page.getByLabel('Vad lovar ni?').fill('Skrivet av misstag');
  await sasha.page.getByLabel('När ska det vara klart?').fill('2031');
  await sasha.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await sasha.page.getByText('Dagen ligger utanför 2027').waitFor();
  await sasha.page.getByRole('link', { name: /^Ändra Skrivet av misstag/ }).click();
  await see(sasha.page, 'a draft to change or remove');
  const beside = await sasha.context.newPage();
  await beside.goto(sasha.page.url());
  await sasha.page.getByRole('button', { name: 'Ta bort utkastet' }).click();
  await sasha.page.getByText('Borttaget: ').waitFor();
  await beside.getByLabel('Vad lovar ni?').fill('Skrivet för sent');
  await beside.getByRole('button', { name: 'Spara', exact: true }).click();
  await beside.getByText('Det går inte längre att spara här').first().waitFor();
  await see(beside, 'what is typed of a row that is gone');
  await beside.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  await beside.getByRole('listitem').filter({ hasText: PROMISE }).getByRole('link', { name: /^Ändra/ }).click();
  await beside.getByLabel('Vad lovar ni?').fill(`${PROMISE}, och skrivet för sent`);
  must(await sasha.page.getByRole('heading', { name: 'Skrivet av misstag' }).count() === 0, 'the draft is still there');

  await asks(sasha.page, site, see, PROMISE);

  const robin = await signIn(chrome, site, 'robin', people);
  await answers(robin.page, site, see);
  await answersReferral(robin.page, site, see);
  await robin.page.goto(`${site}/arbete/planer/2027`);
  await robin.page.getByRole('link', { name: /^Uppdragen 2027/ }).click();
  await robin.page.getByText(ORDER).first().waitFor();
  await see(robin.page, 'the orders of a year');
  await robin.page.goto(`${site}/arbete/planer/2027`);
  await see(robin.page, 'the plans of a year');
  await robin.page.goto(`${site}/arbete/luckor`);
  await see(robin.page, 'the gaps of somebody who writes');
  await robin.page.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  await robin.page.getByRole('button', { name: 'Lämna in planen' }).click();
  await robin.page.getByText('Inlämnad.').waitFor();
  await robin.page.getByRole('button', { name: 'Ta tillbaka planen' }).click();
  await robin.page.getByText('Tillbakatagen.').waitFor();
  await robin.page.getByRole('button', { name: 'Lämna in planen' }).click();
  await robin.page.getByText('Inlämnad.').waitFor();
  await see(robin.page, 'a plan that is handed in');
  await readsWhoMay(robin.page, see);
  await robin.page.getByRole('link', { name: 'Tjänsteskrivelse till sammanträdet' }).click();
  await robin.page.getByText('Förslag till beslut').waitFor();
  await see(robin.page, 'a memorandum');
  await proposes(robin.page, site, see);
  await shut(robin.context);
  await chooses(sasha.page, site, see);

  const alex = await signIn(chrome, site, 'alex', people);
  await alex.page.getByRole('link', { name: /^Kommunstyrelsen, Plan 2027/ }).first().click();
  await see(alex.page, 'a decision');
  const meeting = await alex.page.getByLabel('Mötesdag').getAttribute('max');
  await alex.page.getByLabel('Mötesdag').fill('');
  await alex.page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
  await see(alex.page, 'a decision with faults');
  await alex.page.getByLabel('Mötesdag').fill(meeting);
  await alex.page.getByRole('button', { name: 'Visa lydelserna den dagen' }).click();
  await see(alex.page, 'a decision, the wordings of a day');
  await alex.page.getByLabel('Paragraf i protokollet').fill('91');
  await alex.page.getByRole('button', { name: 'För in beslutet och publicera' }).click();
  await alex.page.getByText('Beslutet är infört').waitFor();
  await see(alex.page, 'a decided plan');
  await putsRight(alex.page, see);
  await beside.getByRole('button', { name: 'Spara', exact: true }).click();
  await beside.getByText('Raden beslutades medan du skrev').first().waitFor();
  await see(beside, 'what is typed of a row that is decided');
  await isTooLate(sasha.page, site, see);
  await changesWhatIsDecided(sasha.page, site, see);
  await shut(sasha.context);
  await alex.page.goto(`${site}/arbete/losenord`);
  await see(alex.page, 'a password');
  await registers(alex.page, site, see);
  await adopts(alex.page, site, see);
  await alex.page.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  const open = alex.page.getByRole('listitem').filter({ hasText: PROMISE }).getByRole('link', { name: /^Öppna sidan/ });
  const address = await open.getAttribute('href');
  await shut(alex.context);

  const resident = await chrome.newContext({ javaScriptEnabled: false });
  const page = await resident.newPage();
  await page.goto(site + address);
  const said = (await page.getByRole('main').innerText()).replaceAll('\u00ad', '');
  must(said.includes(PROMISE), 'the promise is not on the public page');
  must(/§ 91/.test(said), 'the decision is not on the public page');
  await shut(resident);
}

/** What is handed in against what is in force, and who may read a row of it. */
async function readsWhoMay(page, see) {
  const plan = page.url();
  await page.getByRole('link', { name: 'Förslaget mot det som gäller' }).click();
  await page.getByRole('heading', { name: /rader är nya|rad är ny/ }).waitFor();
  await see(page, 'a proposal against what is in force');
  await page.goto(plan);
  await page.getByRole('link', { name: /^Vem får läsa/ }).first().click();
  await see(page, 'who may read a row');
  await page.getByLabel(/^Bara den egna förvaltningen/).check();
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText('Skriv vilken bestämmelse').first().waitFor();
  await see(page, 'who may read a row, with a fault');
  await page.goto(plan);
}

/** A slip of the pen in what is decided, and the end of a plan: nothing is recorded where nothing was typed. */
async function putsRight(page, see) {
  const plan = page.url();
  await page.getByRole('link', { name: /^Rätta skrivfel/ }).first().click();
  await page.getByText('Så står det nu').waitFor();
  await see(page, 'a slip of the pen');
  await page.getByRole('button', { name: 'Rätta', exact: true }).click();
  await page.getByText('Skriv vad felet var').first().waitFor();
  await see(page, 'a slip of the pen, with a fault');
  await page.goto(plan);
  await page.getByRole('link', { name: 'Avsluta planen' }).click();
  await page.getByRole('heading', { name: 'Avsluta planen' }).waitFor();
  await see(page, 'a plan to close');
  await page.getByRole('button', { name: 'För in beslutet' }).click();
  await page.getByText('saker behöver rättas').or(page.getByText('sak behöver rättas')).first().waitFor();
  await see(page, 'a plan to close, with a fault');
  await page.goto(plan);
}

/** A decided row gets other words as a proposal beside it, and they are taken back. */
async function changesWhatIsDecided(page, site, see) {
  await page.goto(`${site}/arbete/planer/2027/kommunstyrelsen`);
  await page.getByRole('link', { name: new RegExp(`^Föreslå en ändring ${PROMISE}`) }).first().click();
  await page.getByText('Det här är beslutat').waitFor();
  await see(page, 'other words for what is decided');
  await page.getByLabel('Vad lovar ni?').fill(`${PROMISE} före sommaren`);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText('Sparat.').waitFor();
  await see(page, 'a decided plan with a proposal beside it');
  await page.getByRole('link', { name: new RegExp(`^Ändra ${PROMISE} före sommaren`) }).click();
  await page.getByRole('button', { name: 'Ta tillbaka förslaget' }).click();
  await page.getByText('Förslaget är tillbakataget.').waitFor();
  must(await page.getByText(`${PROMISE} före sommaren`).count() === 0, 'the proposal is still there');
}

const NOTICE = 'Telefonen till kontaktcenter står stilla';

/** An editor looks at a crisis as residents will see it, publishes it, and takes it down. */
async function noticed(chrome, site, people, see) {
  const sam = await signIn(chrome, site, 'sam', people);
  await sam.page.getByRole('link', { name: 'Webbplatsen', exact: true }).click();
  await see(sam.page, 'the site of an editor');
  await sam.page.getByRole('link', { name: 'Öppettider och telefontider' }).click();
  await see(sam.page, 'the contact centre of an editor');
  await sam.page.getByRole('link', { name: /^Ändra Telefontid/ }).first().click();
  await see(sam.page, 'hours');
  await sam.page.getByLabel('Måndag').fill('8 till 12');
  await sam.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await see(sam.page, 'hours with a fault');
  await sam.page.getByLabel('Måndag').fill('8–12, 13–16');
  await sam.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await sam.page.getByText('Sparat. Tiderna står nu').waitFor();
  await sam.page.getByRole('link', { name: /^Andra tider vissa dagar/ }).first().click();
  await see(sam.page, 'days that differ');
  await sam.page.getByLabel('Första dagen').fill('2026-12-07');
  await sam.page.getByLabel('Svenska').fill('Vi flyttar');
  await sam.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await sam.page.getByText('Vi flyttar').first().waitFor();
  await sam.page.getByRole('link', { name: 'Webbplatsen', exact: true }).first().click();
  await sam.page.getByRole('link', { name: 'Skriv ett driftmeddelande' }).click();
  await sam.page.getByLabel('Till (frivilligt)').fill('2020-01-01T08:00');
  await sam.page.getByRole('button', { name: 'Publicera' }).click();
  await see(sam.page, 'a notice with faults');
  await sam.page.getByLabel('Till (frivilligt)').fill('');
  await sam.page.getByLabel(/^Kris/).check();
  await sam.page.getByLabel('Rubrik').first().fill(NOTICE);
  await sam.page.getByLabel(/^Vad har hänt/).first().fill('Skriv till oss så länge.');
  await sam.page.locator('summary', { hasText: /suomi/i }).click();
  await sam.page.getByLabel('Rubrik').nth(2).fill('Asiakaspalvelun puhelin ei toimi');
  await sam.page.getByRole('button', { name: 'Visa hur det blir' }).click();
  await sam.page.getByText('Så här ser det ut för invånarna').waitFor();
  await see(sam.page, 'a notice to look at');
  await sam.page.getByRole('button', { name: 'Publicera' }).click();
  await sam.page.getByText('Publicerat.').waitFor();
  await see(sam.page, 'the site with a crisis');
  const resident = await chrome.newContext({ javaScriptEnabled: false });
  const page = await resident.newPage();
  await page.goto(`${site}/fi/vision`);
  await page.getByRole('heading', { name: /Asiakaspalvelun puhelin ei toimi/ }).waitFor();
  await page.getByRole('button', { name: /^Ei/ }).first().click();
  await page.getByRole('textbox').last().fill('En hittade jag inte.');
  await page.getByRole('button').last().click();
  await shut(resident);
  await sam.page.getByRole('link', { name: NOTICE }).click();
  await sam.page.getByRole('button', { name: 'Ta ner meddelandet' }).click();
  await sam.page.getByText('Meddelandet är nedtaget.').waitFor();
  await sam.page.getByRole('link', { name: 'Läs svaren' }).click();
  await sam.page.getByText('En hittade jag inte.').waitFor();
  await see(sam.page, 'what residents answered');
  await keepsSite(sam.page, site, see);
  await shut(sam.context);
}

/** Whoever looks after people takes in somebody new, gives a role, lets them in, and takes a lost telephone away;
 * and somebody looks at their own devices. */
async function looksAfterPeople(chrome, site, people, see) {
  const love = await signIn(chrome, site, 'love', people);
  await love.page.getByRole('link', { name: 'Personer', exact: true }).click();
  await see(love.page, 'the list of people');
  await love.page.getByRole('button', { name: 'Lägg till en person' }).click();
  await see(love.page, 'a new person with faults');
  await love.page.getByLabel('Namn', { exact: true }).fill('Eli Exempel');
  await love.page.getByLabel('Användarnamn').fill('eli');
  await love.page.getByRole('button', { name: 'Lägg till en person' }).click();
  await love.page.getByText('Personen är tillagd.').waitFor();
  await love.page.getByRole('button', { name: 'Ge en roll' }).click();
  await see(love.page, 'a role with faults');
  await love.page.getByLabel('Roll', { exact: true }).selectOption({ label: 'Rapportör' });
  await love.page.getByLabel('Organ', { exact: true }).selectOption({ label: 'Kommunstyrelsen' });
  await love.page.getByRole('button', { name: 'Ge en roll' }).click();
  await love.page.getByText('Rollen är given.').waitFor();
  await love.page.getByRole('button', { name: 'Gör ett engångslösenord' }).click();
  await see(love.page, 'a person with a one-time password');
  const password = await love.page.locator('code').innerText();
  await love.page.getByRole('link', { name: 'Personer', exact: true }).first().click();
  await love.page.getByRole('link', { name: 'Noa Exempel' }).click();
  await see(love.page, 'a person with a second step');
  await love.page.getByRole('button', { name: 'Ta bort inloggning i två steg' }).click();
  await love.page.getByText('Inloggning i två steg är borttagen.').waitFor();
  await love.page.getByRole('link', { name: 'Post', exact: true }).first().click();
  await love.page.getByRole('heading', { name: 'Ingen post skickas' }).waitFor();
  await see(love.page, 'mail where none is sent');
  await shut(love.context);

  const noa = await signIn(chrome, site, 'noa', people, OWN);
  await noa.page.getByRole('link', { name: 'Noa Exempel' }).click();
  await noa.page.getByText('Love Exempel tog bort den').waitFor();
  await see(noa.page, 'an account whose second step somebody took');
  await shut(noa.context);

  const eli = await signIn(chrome, site, 'eli', people, password);
  await eli.page.getByRole('link', { name: 'Eli Exempel' }).click();
  await eli.page.getByText('Den här enheten').waitFor();
  await see(eli.page, 'one’s own account');
  await eli.page.getByLabel('E-postadress').fill('eli');
  await eli.page.getByRole('button', { name: 'Spara e-post' }).click();
  await see(eli.page, 'an account with a faulty address');
  await eli.page.getByLabel('E-postadress').fill('eli@exempelstad.example');
  await eli.page.getByRole('button', { name: 'Spara e-post' }).click();
  await eli.page.getByText('Uppgifterna om e-post är sparade.').waitFor();
  await eli.page.getByRole('button', { name: /^Logga ut.*:/ }).click();
  await eli.page.waitForURL(/\/logga-in$/);
  await shut(eli.context);
}

/** What an app shows for a secret, so many half minutes from now (RFC 6238). */
function code(secret, steps = 0) {
  const bits = [...secret.replaceAll(' ', '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
  const hash = createHmac('sha1', key).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1000000).padStart(6, '0');
}

const OWN = 'en häst på sju ben';

/** Somebody turns on sign-in in two steps and comes back by a code. */
async function inTwoSteps(chrome, site, people, see) {
  const noa = await signIn(chrome, site, 'noa', people);
  await noa.page.goto(`${site}/arbete/losenord`);
  await noa.page.getByLabel('Nytt lösenord').fill(OWN);
  await noa.page.getByLabel('Samma lösenord en gång till').fill(OWN);
  await noa.page.getByRole('button', { name: 'Byt lösenord' }).click();
  await noa.page.getByText('Lösenordet är bytt.').waitFor();
  await noa.page.getByRole('link', { name: 'Noa Exempel' }).click();
  await noa.page.getByRole('link', { name: 'Ändra inloggning i två steg' }).click();
  await see(noa.page, 'no second step');
  await noa.page.getByRole('button', { name: 'Slå på' }).click();
  await noa.page.getByRole('img', { name: /^QR-kod/ }).waitFor();
  await see(noa.page, 'a second step that is begun');
  await noa.page.getByRole('button', { name: 'Slå på' }).click();
  await see(noa.page, 'a second step with a fault');
  const secret = await noa.page.locator('code.nyckel').innerText();
  await noa.page.getByLabel('Ditt nuvarande lösenord').fill(OWN);
  await noa.page.getByLabel('Kod', { exact: true }).fill(code(secret));
  await noa.page.getByRole('button', { name: 'Slå på' }).click();
  await noa.page.getByRole('heading', { name: 'Dina reservkoder' }).waitFor();
  await see(noa.page, 'recovery codes');
  await noa.page.getByRole('link', { name: 'Jag har skrivit upp koderna' }).click();
  await noa.page.getByText('10 reservkoder är kvar').waitFor();
  await noa.page.getByRole('link', { name: 'Ändra inloggning i två steg' }).click();
  await see(noa.page, 'a second step that is on');
  await noa.page.getByRole('button', { name: 'Logga ut' }).click();
  await noa.page.getByLabel('Användarnamn').fill('noa');
  await noa.page.getByLabel('Lösenord').fill(OWN);
  await noa.page.getByRole('button', { name: 'Logga in' }).click();
  await noa.page.waitForURL(/\/logga-in\/kod/);
  await see(noa.page, 'a code is asked for');
  await noa.page.getByLabel('Kod', { exact: true }).fill('fel');
  await noa.page.getByRole('button', { name: 'Logga in' }).click();
  await see(noa.page, 'a wrong code');
  await noa.page.getByLabel('Kod', { exact: true }).fill(code(secret, 1));
  await noa.page.getByRole('button', { name: 'Logga in' }).click();
  await noa.page.waitForURL(/\/arbete\/$/);
  await shut(noa.context);
}

/** Somebody types, leaves without saving, and finds it again; then saves, and nothing is left. */
async function leftAndFound(chrome, site, people, see) {
  const HALF = 'En halv mening som ingen sparade';
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies(people.signedIn.sasha);
  const sasha = { context, page: await context.newPage() };
  sasha.page.setDefaultTimeout(8000);
  const plan = `${site}/arbete/planer/2027/kommunstyrelsen`;
  await sasha.page.goto(plan);
  await sasha.page.getByRole('link', { name: /^Skriv: Åtagande/ }).click();
  const form = sasha.page.url();
  const refused = [];
  sasha.page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await sasha.page.getByLabel('Vad lovar ni?').fill(HALF);
  await sasha.page.getByRole('status').filter({ hasText: 'Det du har skrivit hittills är sparat' }).waitFor();
  await see(sasha.page, 'a form that is kept');
  await sasha.page.getByLabel('Vem ansvarar?').fill('Skolchef');
  // Left at once: what was typed last goes along.
  await sasha.page.goto(`${site}/arbete/`);
  await sasha.page.getByRole('heading', { name: 'Påbörjat och inte sparat' }).waitFor();
  await see(sasha.page, 'a desk with what was left');
  await sasha.page.getByRole('link', { name: /^Skriv: Åtagande, Kommunstyrelsen|Åtagande.*Kommunstyrelsen/ }).first().click();
  must(sasha.page.url() === form, `the desk leads to ${sasha.page.url()}`);
  must((await sasha.page.getByLabel('Vad lovar ni?').inputValue()) === HALF, 'the sentence is lost');
  must((await sasha.page.getByLabel('Vem ansvarar?').inputValue()) === 'Skolchef', 'what was typed last is lost');
  await see(sasha.page, 'a form that was left');
  await sasha.page.getByRole('button', { name: 'Spara', exact: true }).click();
  await sasha.page.getByText('Sparat.').waitFor();
  await sasha.page.goto(form);
  must((await sasha.page.getByLabel('Vad lovar ni?').inputValue()) === '', 'it stands there after it was saved');
  await sasha.page.getByLabel('Vad lovar ni?').fill('Ångrat');
  await sasha.page.getByRole('status').filter({ hasText: 'Det du har skrivit hittills är sparat' }).waitFor();
  await sasha.page.reload();
  await sasha.page.getByRole('button', { name: 'Släng det' }).click();
  must((await sasha.page.getByLabel('Vad lovar ni?').inputValue()) === '', 'it was not thrown away');
  // Who signs out in the middle of a word has typed it.
  await sasha.page.route('**/logga-ut', (route) => route.abort());
  await sasha.page.getByLabel('Vad lovar ni?').fill('Sista ordet');
  const last = sasha.page.waitForRequest((sent) => sent.url().includes('/arbete/utkast?') && (sent.postData() ?? '').includes('Sista'));
  await sasha.page.getByRole('button', { name: 'Logga ut' }).click();
  await last;
  await sasha.page.unroute('**/logga-ut');
  await sasha.page.goto(form);
  must((await sasha.page.getByLabel('Vad lovar ni?').inputValue()) === 'Sista ordet', 'the last word is lost to the sign-out');
  await sasha.page.getByRole('button', { name: 'Släng det' }).click();
  // The sign-in ends while somebody types.
  await sasha.context.clearCookies();
  await sasha.page.getByLabel('Vad lovar ni?').fill('Skrivet efteråt');
  await sasha.page.getByRole('status').filter({ hasText: 'Du är inte inloggad längre' }).waitFor();
  must(!refused.some((text) => /Content Security Policy|Trusted/.test(text)), refused.join(' | '));
  await shut(sasha.context);
}

/** Whoever audits finds who did what, by kind and by day, and holds two days of a row against each other. */
async function audited(chrome, site, people, see) {
  const mika = await signIn(chrome, site, 'mika', people);
  await mika.page.getByRole('link', { name: 'Historik', exact: true }).click();
  await see(mika.page, 'who did what');
  await mika.page.goto(`${site}/arbete/historik?organ=ingen&fran=nyss`);
  await see(mika.page, 'who did what, with faults');
  await mika.page.getByLabel('Infört från').fill('');
  await mika.page.getByLabel('Vad', { exact: true }).selectOption({ label: 'Roll given' });
  await mika.page.getByRole('button', { name: 'Visa', exact: true }).click();
  await see(mika.page, 'roles that were given');
  await mika.page.getByLabel('Vad', { exact: true }).selectOption({ label: 'Beslut infört' });
  await mika.page.getByRole('button', { name: 'Visa', exact: true }).click();
  await see(mika.page, 'decisions that were recorded');
  await mika.page.getByRole('link', { name: PROMISE }).first().click();
  await mika.page.getByRole('heading', { name: PROMISE }).waitFor();
  await see(mika.page, 'the history of a row');
  await mika.page.getByLabel('Från och med läget den').fill('2026-11-22');
  await mika.page.getByRole('button', { name: 'Jämför två dagar' }).click();
  await mika.page.getByText('Den första dagen fanns inget här').waitFor();
  await see(mika.page, 'two days of a row');
  await mika.page.getByLabel('Från och med läget den').fill('2026-11-23');
  await mika.page.getByLabel('Till och med den').fill('2026-11-20');
  await mika.page.getByRole('button', { name: 'Jämför två dagar' }).click();
  await see(mika.page, 'two days with a fault');
  await mika.page.goto(`${site}/arbete/historik/indikatorer/trivs-i-skolan-arskurs-8`);
  await see(mika.page, 'the history of an indicator');
  await mika.page.goto(`${site}/arbete/historik/styrdokument/klimatplan?fran=2013-01-01&till=2026-11-23`);
  await mika.page.getByText('Fullmäktige bestämde 2016 att planen tillämpas').first().waitFor();
  await see(mika.page, 'two days of a document');
  await compared(mika.page, site);
  await shut(mika.context);
}

/** What is done in the work area, in the order in which it is done: each leaves what the next needs. */
const WALKS = {
  'an order becomes a promise, a decision and a public page': ({ chrome, site, people, see }) => lived(chrome, site, people, see),
  'ten are handed in and forty decided, with clicks and keys counted': ({ chrome, site, people, see }) => counted(chrome, site, people.signedIn, see),
  'what is typed and left stands there again': ({ chrome, site, people, see }) => leftAndFound(chrome, site, people, see),
  'a lost net takes nothing that was typed, and it is saved once': ({ chrome, site, people, see, check }) => connection(chrome, site, people.signedIn.sasha, see, check),
  'what is found of words is told before they are saved': ({ chrome, site, people, see }) => words(chrome, site, people.signedIn.sasha, see),
  'a crisis is looked at, published, read and taken down': ({ chrome, site, people, see }) => noticed(chrome, site, people, see),
  'a second step is turned on and asked for': ({ chrome, site, people, see }) => inTwoSteps(chrome, site, people, see),
  'an auditor reads who did what and compares two days': ({ chrome, site, people, see }) => audited(chrome, site, people, see),
  'somebody new is taken in, given a role and let in': ({ chrome, site, people, see }) => looksAfterPeople(chrome, site, people, see),
  'a model is begun, put in force and changed': ({ chrome, site, people, see }) => modelled(chrome, site, people.signedIn.kim, see),
  'an owner directive is decided by council and adopted by the meeting': ({ chrome, site, people, see }) => directed(chrome, site, people.signedIn, see, must),
  'a round is reported, looked at, decided and read, with clicks and keys counted': ({ chrome, site, people, see }) => reported(chrome, site, people, see),
  'outcomes are pasted, put right and saved, with clicks counted': ({ chrome, site, people, see }) => measured(chrome, site, people.signedIn, see),
  'every other page, with its faults': ({ chrome, site, people, see }) => states(chrome, site, people.signedIn, see),
  'a municipality in which nothing has been done': ({ chrome, binary, see, looked }) => emptyTown(chrome, binary, see, looked),
};

/** Walks through the work area; `see` is given each page on the way, as it stands. */
export async function walked(given) {
  for (const [name, walk] of Object.entries(WALKS)) given.check(`work: ${name}`, await fault(walk(given)));
}

/** Everything: each page looked at, opened by its links, and read by the Nu checker. */
export async function work(real, site, binary, people, check, looks) {
  const [chrome, others, seen, found] = [remembering(real), lookout(2), [], new Map()];
  const see = async (page, name) => {
    others.later(await looking(real, page, name, check, looks));
    const answer = chrome.given(page);
    seen.push({ url: page.url(), status: answer.status() });
    found.set(name, await answer.text());
  };
  await walked({ chrome, site, binary, people, see, check, looked: () => others.done() });
  check('work: every page was looked at', await fault(others.done()));
  check('work: every kind of page is looked at, and with what it says of a fault', unseen(seen).join('; '));
  for (const who of ['kim', 'sasha', 'robin', 'alex', 'sam', 'mika', 'love']) await led(site, people.signedIn[who], ['/arbete/'], found, check);
  await controls(site, people.signedIn.alex, check);
  valid(found, check);
  console.log(`pages of the work area: ${seen.length} states looked at, ${found.size} read by Nu`);
}
