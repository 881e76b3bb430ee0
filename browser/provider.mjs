// A real sign-in service for the tests: oidc-provider on a free port of this machine.
//
//   node browser/provider.mjs CLIENTS
//
// CLIENTS is JSON: a list of { id, secret, redirect }. It prints its address as its first line.
// Who somebody is, is what they type as their name; what the service tells of them is set by
// POST /_test with JSON: { people: { kim: { name, groups, … } } }. The same address makes it play
// a trick on the next tokens, as a service that is broken or in wrong hands would:
// { trick: "aud" }, and the others that stand in `other` below. { rotate: true } gives it new keys.
// It ends with its standard input.

import { createServer } from 'node:http';
import { createHmac } from 'node:crypto';
import { SignJWT, decodeJwt, exportJWK, generateKeyPair, importJWK } from 'jose';
import Provider from 'oidc-provider';

const clients = JSON.parse(process.argv[2]);
const people = {};
let trick = null;
let number = 0;
let key;
let provider;

const server = createServer((request, response) => answer(request, response));
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', async () => {
  await newKeys();
  process.stdout.write(`${issuer()}\n`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

function issuer() {
  return `http://127.0.0.1:${server.address().port}`;
}

async function newKey() {
  number += 1;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `key-${number}`, alg: 'ES256', use: 'sig' };
}

async function newKeys() {
  key = await newKey();
  provider = new Provider(issuer(), {
    clients: clients.map(({ id, secret, redirect }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [redirect],
      token_endpoint_auth_method: secret ? 'client_secret_basic' : 'none',
      id_token_signed_response_alg: 'ES256',
    })),
    jwks: { keys: [key] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256', 'RS256'] },
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username'],
      groups: ['groups', '_claim_names'],
    },
    scopes: ['openid', 'profile', 'groups'],
    async findAccount(_, id) {
      return { accountId: id, claims: async () => ({ sub: id, ...people[id] }) };
    },
    // Whoever signs in has agreed to be told of: these are services of the place where they work.
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile groups');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['only a test'] },
    features: { devInteractions: { enabled: true } },
  });
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

async function answer(request, response) {
  if (request.url === '/_test') {
    const told = JSON.parse((await read(request)).toString());
    Object.assign(people, told.people ?? {});
    if ('trick' in told) trick = told.trick;
    if (told.rotate) await newKeys();
    response.end('{}');
    return;
  }
  if (request.url === '/me' && trick?.startsWith('silent')) {
    response.writeHead(500).end('a fault of mine, with words that are nobody\'s');
    return;
  }
  if (request.url === '/me' && trick === 'somebody-else') played(response, (told) => ({ ...told, sub: 'alex' }));
  if (request.url === '/token' && trick) {
    const how = trick;
    played(response, async (told) => (told.id_token ? { ...told, id_token: await other(told.id_token, how) } : told));
  }
  provider.callback()(request, response);
}

// Lets the service answer, and changes its answer before it leaves.
function played(response, change) {
  const parts = [];
  response.write = (part) => parts.push(Buffer.from(part));
  const end = response.end.bind(response);
  response.end = async (part) => {
    if (part) parts.push(Buffer.from(part));
    const whole = await change(JSON.parse(Buffer.concat(parts).toString()));
    const bytes = Buffer.from(JSON.stringify(whole));
    response.setHeader('content-length', bytes.length);
    response.write = Object.getPrototypeOf(response).write.bind(response);
    end(bytes);
  };
}

async function other(token, how) {
  const claims = decodeJwt(token);
  const now = Math.floor(Date.now() / 1000);
  const changes = {
    aud: { aud: 'another-program' },
    'aud-list': { aud: [claims.aud, 'another-program'] },
    iss: { iss: 'https://login.example.com' },
    exp: { iat: now - 7200, exp: now - 3600 },
    iat: { iat: now + 3600, exp: now + 7200 },
    nbf: { nbf: now + 3600 },
    nonce: { nonce: 'another-sign-in' },
    azp: { azp: 'another-program' },
    skew: { iat: now + 20, nbf: now + 20 },
    late: { iat: now - 620, exp: now - 20 },
    'silent-but-groups': { groups: ['skribenter'] },
    mfa: { amr: ['pwd', 'mfa'] },
    loa: { acr: 'urn:example:loa3' },
  };
  const said = { ...claims, ...changes[how] };
  const header = { alg: 'ES256', kid: key.kid, typ: 'JWT' };
  if (how === 'unsigned') return `${part({ ...header, alg: 'none' })}.${part(said)}.`;
  if (how === 'hmac') {
    const text = `${part({ ...header, alg: 'HS256' })}.${part(said)}`;
    const { secret } = clients.find(({ id }) => id === claims.aud);
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  const signs = how === 'stranger' ? { ...(await newKey()), kid: key.kid } : key;
  return new SignJWT(said).setProtectedHeader(header).sign(await importJWK(signs, 'ES256'));
}

function part(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
