// Passkeys in a browser: one is added, signs in by two clicks, carries over what was typed, and is removed,
// by an authenticator that Chromium pretends to have; and each page on the way looked at.

import { fault, looking, must, shut } from './lookout.mjs';
const PASSWORD = 'en häst på sju ben';
/** Whom nobody else signs in as. */
const LOGIN = 'elis';

/** A browser whose device unlocks itself. */
async function withDevice(chrome) {
  const context = await chrome.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const refused = [];
  page.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options });
  const unlocks = (isUserVerified) => device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  const kept = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  return { context, page, unlocks, kept, refused };
}

async function ownPassword(page, { site, login, password }) {
  await page.goto(`${site}/logga-in`);
  await page.getByLabel('Användarnamn').fill(login);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  await page.waitForURL(`${site}/arbete/`);
  await page.goto(`${site}/arbete/losenord`);
  await page.locator('#nytt').fill(PASSWORD);
  await page.locator('#igen').fill(PASSWORD);
  await page.locator('main button').click();
  await page.waitForURL(/gjort=bytt/);
}

async function adds(page, { site }, { unlocks, kept }, see) {
  await page.goto(`${site}/arbete/konto/passnycklar`);
  await page.getByText('Du har ingen passnyckel.').waitFor();
  await see(page, 'no passkey');
  const name = page.getByLabel('Namn på passnyckeln');
  must((await name.inputValue()) === 'Chrome, Linux', 'it is called what the device is');
  await name.fill('Min dator');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByText('Det är inte ditt nuvarande lösenord.').first().waitFor();
  await see(page, 'a passkey with a fault');
  await page.locator('#losenord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  const creates = page.getByRole('button', { name: 'Skapa passnyckeln' });
  await creates.waitFor();
  await see(page, 'a passkey that is made');
  await unlocks(false);
  await creates.click();
  await page.getByText('Ingen passnyckel skapades.').waitFor();
  await see(page, 'a passkey that was not made');
  await unlocks(true);
  await creates.click();
  await page.getByText('Passnyckeln är tillagd.').waitFor();
  await see(page, 'a passkey that is added');
  const [one, ...more] = await kept();
  must(one?.isResidentCredential && one.rpId === 'localhost' && more.length === 0, 'the device finds it by itself');
  await page.goto(`${site}/arbete/konto`);
  await page.getByText('Min dator').waitFor();
  await see(page, 'an account with a passkey');
}

async function signsIn(page, { site }, { unlocks }, see) {
  await page.getByRole('button', { name: 'Logga ut' }).first().click();
  await page.waitForURL(`${site}/logga-in`);
  const button = page.getByRole('button', { name: 'Logga in med passnyckel' });
  await button.waitFor();
  await see(page, 'the sign-in page with passkeys');
  await unlocks(false);
  await button.click();
  await page.getByText('Ingen passnyckel användes.').waitFor();
  await see(page, 'the sign-in page, no passkey used');
  await unlocks(true);
  // One click here; the other is the device's own.
  await page.goto(`${site}/logga-in?till=/arbete/konto`);
  await button.click();
  await page.waitForURL(`${site}/arbete/konto`);
  await page.getByText('senast använd').first().waitFor();
}

/** The sign-in ends while somebody types: a passkey leads back to what was typed. */
async function goesOn(page, context, { site }) {
  await page.goto(`${site}/arbete/webbplats/kontakt`);
  await page.goto(`${site}/arbete/konto`);
  const field = page.getByLabel('E-postadress').first();
  await field.fill('kim@exempelstad.se');
  await context.clearCookies();
  await field.press('Enter');
  await page.getByText('Det du skrev finns kvar.').waitFor();
  await page.getByRole('button', { name: 'Logga in med passnyckel' }).click();
  await page.getByRole('heading', { name: 'Du är inloggad igen' }).waitFor();
  must((await page.content()).includes('kim@exempelstad.se'), 'what was typed is there');
}

async function removes(page, { site }, see) {
  await page.goto(`${site}/arbete/konto/passnycklar`);
  await page.locator('#losenord-bort').fill(PASSWORD);
  await see(page, 'a passkey to remove');
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await page.getByText('Passnyckeln är borttagen.').waitFor();
  await page.getByRole('button', { name: 'Logga ut' }).first().click();
  await page.getByRole('button', { name: 'Logga in med passnyckel' }).click();
  await page.getByText('Det gick inte att logga in').first().waitFor();
  await see(page, 'the sign-in page, a passkey that is gone');
}

/** Without scripts, and at the number of the machine, there is no button. */
async function asBefore(chrome, { site, number }) {
  for (const [address, javaScriptEnabled] of [[site, false], [number, true]]) {
    const context = await chrome.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${address}/logga-in`);
    must(await page.getByLabel('Användarnamn').isVisible(), 'the form of the password');
    must(!(await page.locator('#passnyckel').isVisible()), `a button at ${address}`);
    await shut(context);
  }
}

export async function passkeys(chrome, number, people, check, looks) {
  const see = async (page, name) => (await looking(chrome, page, name, check, looks))();
  // A passkey belongs to a name.
  const own = { number, site: number.replace('127.0.0.1', 'localhost'), login: LOGIN, password: people[LOGIN] };
  const held = await withDevice(chrome);
  const { page, context } = held;
  check('passkeys: a password of one’s own', await fault(ownPassword(page, own)));
  check('passkeys: one is added', await fault(adds(page, own, held, see)));
  check('passkeys: it signs in', await fault(signsIn(page, own, held, see)));
  check('passkeys: what was typed goes along', await fault(goesOn(page, context, own)));
  check('passkeys: it is removed', await fault(removes(page, own, see)));
  check('passkeys: as before without scripts and at a number', await fault(asBefore(chrome, own)));
  const policy = held.refused.filter((line) => /Content Security Policy|TrustedHTML|Trusted/.test(line));
  check('passkeys: nothing that the policy refuses', policy.join(' | '));
  await shut(held.context);
}
