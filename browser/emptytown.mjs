// A municipality in which nothing has been done yet: one body and one person who holds every role. Each list of the work area
// with nothing in it; a plan of a year when only its model is there; and letters to a server that does not answer.

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must, shut, signIn } from './lookout.mjs';
import { address, freePort, program } from './through.mjs';

const FACTS = { meta: { municipality: 'Tomstads kommun' }, committees: [{ name: 'Kommunstyrelsen' }] };
const ROLES = ['strategist', 'registrar', 'editor', 'auditor', 'administrator', 'approver', 'contributor'];

/** The file that the guide has a municipality begin with is taken in whole. */
function asTheGuideSays(binary, folder) {
  const args = ['import', 'facts', 'docs/guide/kommun.json', '--data', join(folder, 'guide')];
  const ran = spawnSync(binary, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  must(/and 0 are reported/.test(ran.stdout), ran.stdout + ran.stderr);
}

async function founded(binary) {
  const folder = mkdtempSync(join(tmpdir(), 'riktning-'));
  asTheGuideSays(binary, folder);
  const [facts, data] = [join(folder, 'facts.json'), join(folder, 'store')];
  writeFileSync(facts, JSON.stringify(FACTS));
  const runs = (...args) => {
    const ran = spawnSync(binary, [...args, '--data', data], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    must(ran.status === 0, ran.stderr);
    return ran.stdout;
  };
  runs('import', 'facts', facts);
  const [password] = runs('person', 'add', '--name', 'Kim Exempel', 'kim').match(/[a-z0-9]{4}(-[a-z0-9]{4}){3}/);
  for (const role of ROLES) runs('person', 'grant', 'kim', role, 'kommunstyrelsen');
  const nobody = String(await freePort());
  const mail = ['--smtp-host', '127.0.0.1', '--smtp-port', nobody, '--smtp-without-tls', '--mail-from', 'styrning@tomstad.example'];
  const port = await freePort();
  const own = ['--listen', `127.0.0.1:${port}`, '--public-url', `http://127.0.0.1:${port}`];
  const serves = program(binary, ['serve', '--data', data, ...own, ...mail], { env: { ...process.env, LC_ALL: 'C' } });
  const site = await address(serves);
  const stop = async () => {
    const ended = once(serves, 'exit');
    serves.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { site, password, stop };
}

const EMPTY = {
  '/arbete/': 'a desk with nothing to do',
  '/arbete/luckor': 'no gaps',
  '/arbete/radar': 'nothing that is silent',
  '/arbete/styrtyngd': 'no steering load',
  '/arbete/mandattider': 'no terms of office',
  '/arbete/organisation': 'an organisation of one',
  '/arbete/organisation/kommunstyrelsen': 'a body that carries nothing',
  '/arbete/post': 'no letters',
  '/arbete/indikatorer': 'no indicators',
  '/arbete/malmodell': 'no models',
  '/arbete/malmodell/amnen': 'no topics',
  '/arbete/personer': 'nobody else',
  '/arbete/beslut': 'no decisions',
  '/arbete/beslut/nytt/kommunstyrelsen': 'a decision over nothing',
  '/arbete/styrdokument': 'no governing documents',
  '/arbete/lagar': 'no laws',
  '/arbete/webbplats': 'a site with nothing on it',
  '/arbete/webbplats/sidor': 'no pages',
  '/arbete/webbplats/oversattningar': 'nothing to translate',
  '/arbete/webbplats/svar': 'no answers',
  '/arbete/webbplats/svar/gallra': 'no answers to erase',
  '/arbete/webbplats/kontakt': 'no offices',
};

/** The model that is built in, in force from today: the year can be planned, and nobody has. */
async function planned(page, site, see) {
  const year = new Date().getFullYear() + 1;
  await page.goto(`${site}/arbete/malmodell`);
  await page.getByRole('radio').last().check();
  const boxes = page.getByRole('main').getByRole('textbox');
  await boxes.first().fill('Den första inriktningen');
  await page.locator('#fran-ar').fill(String(year));
  await page.locator('#till-ar').fill(String(year + 3));
  await page.getByRole('button', { name: 'Börja' }).click();
  await page.getByRole('link', { name: 'Sätt modellen i kraft' }).click();
  await page.locator('#fran').fill(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }));
  await page.getByRole('button', { name: 'Se vad som händer den dagen' }).click();
  await page.getByRole('button', { name: /^Sätt i kraft/ }).click();
  await page.getByText('Datumet är satt.').waitFor();
  await page.goto(`${site}/arbete/planer/${year}`);
  await see(page, 'a year that nobody has planned');
  await page.goto(`${site}/arbete/planer/${year}/kommunstyrelsen`);
  await see(page, 'the first plan, with nothing in it');
  await page.getByRole('link', { name: /^Skriv: / }).last().click();
  await see(page, 'a row that there is nothing above');
  await page.goto(`${site}/arbete/uppdrag/${year}`);
  await see(page, 'no orders');
}

/** A letter waits for a server that does not answer. */
async function written(page, site, see) {
  await page.goto(`${site}/arbete/personer`);
  await page.getByLabel('Namn', { exact: true }).fill('Love Exempel');
  await page.getByLabel('Användarnamn').fill('love');
  await page.getByRole('button', { name: 'Lägg till en person' }).click();
  await page.getByText('Personen är tillagd.').waitFor();
  await page.getByLabel('E-postadress').fill('love@tomstad.example');
  await page.getByRole('button', { name: 'Spara e-post' }).click();
  await page.getByRole('button', { name: 'Skicka en inbjudan' }).click();
  await page.getByText('En inbjudan är på väg.').waitFor();
  for (let times = 0; times < 20; times += 1) {
    await page.goto(`${site}/arbete/post`);
    if (await page.getByRole('heading', { name: /Inbjudan/ }).count()) break;
    await page.waitForTimeout(500);
  }
  await page.getByRole('heading', { name: /Inbjudan/ }).first().waitFor();
  await see(page, 'letters that wait');
}

/** `looked` is waited for before the server stops: a look asks for the style sheet. */
export async function emptyTown(chrome, binary, see, looked) {
  const own = await founded(binary);
  try {
    const { page, context } = await signIn(chrome, own.site, 'kim', {}, own.password);
    for (const [path, name] of Object.entries(EMPTY)) {
      await page.goto(own.site + path);
      await see(page, name);
    }
    await planned(page, own.site, see);
    await written(page, own.site, see);
    await shut(context);
  } finally {
    await looked();
    await own.stop();
  }
}
