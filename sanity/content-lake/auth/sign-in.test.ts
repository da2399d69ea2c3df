import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, startTestLake, studioOrigin, type TestLake, tokens } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake({ accounts: [{ name: 'maria', role: 'viewer' }] });
});
afterAll(() => lake.end());

const studio = `${studioOrigin}/studio`;

function signIn(secret: string, origin = studio, name = 'editor'): Promise<Response> {
  const body = new URLSearchParams({ origin, projectId: 'local', name, secret });
  return fetch(`${lake.url}/login`, { method: 'POST', body, redirect: 'manual' });
}

const secretOf = (name: string) => readFileSync(`${lake.dataFolder}/${name}-secret`, 'utf8').trim();

async function token(name = 'editor'): Promise<string> {
  const answer = await signIn(secretOf(name), studio, name);
  const [, sid] = /#sid=(.+)$/.exec(answer.headers.get('location') ?? '') ?? [];
  const fetched = await fetch(`${lake.url}/v2021-06-07/auth/fetch?sid=${sid}`);
  return (await fetched.json()).token;
}

test('an editor signs in with the secret that the lake made, and signs out again', async () => {
  expect(statSync(`${lake.dataFolder}/editor-secret`).mode & 0o777).toBe(0o600);
  const { providers } = await (await fetch(`${lake.url}/v2021-06-07/auth/providers`)).json();
  const page = await fetch(`${providers[0].url}?origin=${studio}&projectId=local&withSid=true`);
  expect(await page.text()).toContain('Sign in to Studio');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");

  const client = lake.client({ token: await token() });
  expect(await client.users.getById('me')).toMatchObject({ id: 'local-editor', role: 'editor' });
  await client.create({ _type: 'note' });
  await client.request({ method: 'POST', url: '/auth/logout' });
  expect(await refusal(client.users.getById('me'))).toMatchObject({ status: 401 });
});

test('a second account has a secret, an identity and a role of its own', async () => {
  expect(statSync(`${lake.dataFolder}/maria-secret`).mode & 0o777).toBe(0o600);
  expect((await signIn(secretOf('editor'), studio, 'maria')).status).toBe(401);
  expect((await signIn(secretOf('maria'), studio, 'constructor')).status).toBe(401);
  const maria = lake.client({ token: await token('maria') });
  expect(await maria.users.getById('me')).toMatchObject({ id: 'local-maria', name: 'Maria', role: 'viewer' });
  expect(await maria.users.getById('local-editor')).toMatchObject({ displayName: 'Editor' });
  expect(await refusal(maria.create({ _type: 'note' }))).toMatchObject({ status: 403 });
});

test('what an account may do at the next start holds for its open sessions too', async () => {
  let own = await startTestLake({
    accounts: [
      { name: 'maria', role: 'administrator' },
      { name: 'tomas', role: 'editor' },
    ],
  });
  const sessionOf = (name: string) => {
    const caller = own.lake.localAccounts.callers().find(({ userId }) => userId === `local-${name}`);
    if (!caller) throw new Error(`No account ${name}`);
    return own.lake.tokens.issue(caller, new Date(), null).token;
  };
  const [maria, tomas] = [sessionOf('maria'), sessionOf('tomas')];
  const { key } = await own.client().request({
    method: 'POST',
    url: '/projects/local/tokens',
    body: { label: 'robot', roleName: 'viewer' },
  });
  own = await own.restart({ accounts: [{ name: 'maria', role: 'viewer' }] });
  expect(await own.client({ token: maria }).users.getById('me')).toMatchObject({ role: 'viewer' });
  expect(await refusal(own.client({ token: tomas }).users.getById('me'))).toMatchObject({ status: 401 });
  expect(await own.client({ token: key }).users.getById('me')).toMatchObject({ role: 'viewer' });
  await own.end();
});

test('a changed secret ends the sessions of its account, a restart alone does not', async () => {
  let own = await startTestLake({ accounts: [{ name: 'maria', role: 'viewer' }] });
  const sessions = own.lake.localAccounts
    .callers()
    .map((caller) => own.lake.tokens.issue(caller, new Date(), null).token);
  const statuses = () =>
    Promise.all(
      sessions.map((session) =>
        own
          .client({ token: session })
          .users.getById('me')
          .then(
            () => 200,
            ({ statusCode }) => statusCode,
          ),
      ),
    );
  own = await own.restart();
  expect(await statuses()).toEqual([200, 200]);
  writeFileSync(`${own.dataFolder}/editor-secret`, 'a secret that nobody else knows');
  own = await own.restart();
  expect(await statuses()).toEqual([401, 200]);
  await own.end();
});

test('the id in the URL is good for one token', async () => {
  const secret = readFileSync(`${lake.dataFolder}/editor-secret`, 'utf8').trim();
  const [, sid] = /#sid=(.+)$/.exec((await signIn(secret)).headers.get('location') ?? '') ?? [];
  const exchange = () => fetch(`${lake.url}/v1/auth/fetch?sid=${sid}`);
  expect((await exchange()).status).toBe(200);
  expect((await exchange()).status).toBe(401);
});

test('a session is handed to no origin but a configured one', async () => {
  const secret = readFileSync(`${lake.dataFolder}/editor-secret`, 'utf8').trim();
  for (const origin of [
    'https://evil.example/studio',
    `${studioOrigin}.evil.example`,
    'javascript:alert(1)',
    '',
  ]) {
    expect((await signIn(secret, origin)).status).toBe(400);
  }
});

test('guessing ends after ten attempts, also for the right secret', async () => {
  const own = await startTestLake();
  const body = (secret: string) => new URLSearchParams({ origin: studio, name: 'editor', secret });
  const attempt = (secret: string) =>
    fetch(`${own.url}/login`, { method: 'POST', body: body(secret), redirect: 'manual' });
  for (let count = 0; count < 10; count++) expect((await attempt('wrong')).status).toBe(401);
  const secret = readFileSync(`${own.dataFolder}/editor-secret`, 'utf8').trim();
  const refused = await attempt(secret);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await own.end();
});

test('no token stands in the data folder in clear', async () => {
  const made = await token();
  const stored = ['lake.sqlite', 'lake.sqlite-wal'].map((name) =>
    readFileSync(`${lake.dataFolder}/${name}`, 'latin1'),
  );
  expect(stored.join('')).toContain('local-editor');
  expect(stored.join('')).not.toContain(made);
});

test('a viewer reads drafts and writes nothing; an editor writes content and manages nothing', async () => {
  await lake.client().createOrReplace({ _id: 'drafts.seen', _type: 'note' });
  const viewer = lake.client({ token: tokens.viewer });
  expect(await viewer.fetch('*[_id == "drafts.seen"]', {}, { perspective: 'raw' })).toHaveLength(1);
  expect(await refusal(viewer.create({ _type: 'note' }))).toMatchObject({ status: 403 });
  const upload = viewer.assets.upload('file', Buffer.from('text'));
  expect(await refusal(upload)).toMatchObject({ status: 403 });
  const actions = viewer.action({ actionType: 'sanity.action.document.discard', draftId: 'drafts.seen' });
  expect(await refusal(actions)).toMatchObject({ status: 403 });

  const editor = lake.client({ token: tokens.editor });
  await editor.create({ _type: 'note' });
  const makeToken = {
    method: 'POST',
    url: '/projects/local/tokens',
    body: { label: 'x', roleName: 'administrator' },
  };
  expect(await refusal(editor.request(makeToken))).toMatchObject({ status: 403 });
  expect(await refusal(editor.datasets.create('another'))).toMatchObject({ status: 403 });
  await lake.client().datasets.create('another', { aclMode: 'private' });
  expect((await lake.client().datasets.list()).map(({ name }) => name)).toContain('another');
});

test('nobody without a token sees anything of a private dataset, nor a draft of a public one', async () => {
  await lake.client().createOrReplace({ _id: 'published', _type: 'note' });
  const { token: _, ...nobody } = { token: undefined };
  const anonymous = lake.client({ ...nobody, token: '' });
  expect(await anonymous.fetch('*')).toEqual([]);
  expect(await anonymous.getDocument('published')).toBeUndefined();
  for (const path of [
    'data/export/production',
    'data/listen/production?query=*',
    'data/live/events/production?includeDrafts=true',
    'data/live/events/production?includeAllDocuments=true',
    'data/history/production/transactions/published',
    'data/history/production/documents/published',
    'data/history/production/events/documents/published',
    'users/me',
    'projects/local',
    'projects/local/datasets',
  ]) {
    expect([path, (await fetch(`${lake.url}/v2025-02-19/${path}`)).status]).toEqual([path, 401]);
  }

  const open = lake.client({ dataset: 'open' });
  await open.create({ _id: 'drafts.secret', _type: 'note' });
  await open.create({ _id: 'shown', _type: 'note' });
  const visitor = lake.client({ dataset: 'open', token: '' });
  for (const perspective of ['raw', 'drafts', 'published'] as const) {
    expect(await visitor.fetch('*[]._id', {}, { perspective })).toEqual(['shown']);
  }
});

test('a wrong token is a 401 with the code that tells Studio to sign out', async () => {
  const refused = await refusal(lake.client({ token: 'wrong' }).fetch('*'));
  expect(refused).toMatchObject({ status: 401, body: { errorCode: 'SIO-401-ANF' } });
});

test('a browser may use its credentials from configured origins only', async () => {
  const preflight = (origin: string) =>
    fetch(`${lake.url}/v1/users/me`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-headers': 'authorization,x-sanity-project-id' },
    });
  const allowed = await preflight(studioOrigin);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(studioOrigin);
  expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
  expect(allowed.headers.get('access-control-allow-headers')).toContain('authorization');
  const foreign = await preflight('https://evil.example');
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
});

test('what Studio remembers for a person stays with that person', async () => {
  const put = { method: 'PUT', url: '/users/me/keyvalue', body: [{ key: 'layout', value: { wide: true } }] };
  await lake.client({ token: tokens.editor }).request(put);
  const read = (own: string) =>
    lake.client({ token: own }).request({ url: '/users/me/keyvalue/layout,other' });
  expect(await read(tokens.editor)).toEqual([
    { key: 'layout', value: { wide: true } },
    { key: 'other', value: null },
  ]);
  expect(await read(tokens.viewer)).toMatchObject([{ value: null }, { value: null }]);
});

test('one person cannot fill the disk with what is remembered', async () => {
  const put = (count: number, from: number) =>
    lake.client({ token: tokens.viewer }).request({
      method: 'PUT',
      url: '/users/me/keyvalue',
      body: Array.from({ length: count }, (_, index) => ({ key: `k${from + index}`, value: 1 })),
    });
  await put(1000, 0);
  expect(await refusal(put(1, 1000))).toMatchObject({ status: 413 });
  expect(await put(1, 7)).toEqual([{ key: 'k7', value: 1 }]);
});
