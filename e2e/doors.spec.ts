import { glob, readFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import { dirname, join } from 'node:path';
import { startTlsSite } from './doors/a-tls-site.ts';
import { type Door, doors, evilTargets, signedDoors, tokenPages } from './doors/doors.ts';
import { faultsOfCookies } from './doors/set-cookies.ts';
import { openRows, type Rows } from './fixtures/reader-rows.ts';
import { expect, test } from './fixtures/test.ts';
import { addressesOfSite } from './leak/addresses-of-site.ts';
import { ask, askAll, type Heard } from './leak/ask.ts';

let rows: Rows;
let site: string;
let cookie: string;

test.beforeAll(async ({ stack }) => {
  site = stack.siteUrl;
  rows = await openRows(stack);
});
test.beforeEach(async () => {
  ({ cookie } = await rows.addReader());
});
test.afterAll(() => rows.close());

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const asJson = { 'content-type': 'application/json' };
function post(door: Door, headers: OutgoingHttpHeaders, body: string, origin = site): Promise<Heard> {
  const session = door.needsSession ? { cookie } : {};
  return ask(origin, {
    ...{ path: door.path, method: 'POST', body },
    headers: { ...session, ...headers },
  });
}
let addresses = 0;
/** An address of its own each time: how often one may be used is not what the doors are asked. */
const fieldsOf = ({ fields }: Door) =>
  'email' in fields ? { ...fields, email: `door-${process.pid}-${addresses++}@example.com` } : fields;
const formOf = (door: Door) => new URLSearchParams(fieldsOf(door)).toString();

test('the list of doors is whole: whatever the site takes by POST is in it', async () => {
  const app = join(import.meta.dirname, '../app');
  const taken: string[] = [];
  for await (const file of glob('**/route.ts', { cwd: app })) {
    const source = await readFile(join(app, file), 'utf8');
    if (/export (?:(?:async )?function|const) (?!GET|HEAD|OPTIONS|dynamic)[A-Z]+\b/.test(source))
      taken.push(`/${dirname(file)}`);
  }
  expect(taken.toSorted()).toEqual([...doors.map(({ path }) => path), ...signedDoors].toSorted());
});

test('another site can post nothing, by whatever its browser says; the site itself and a program can', async () => {
  const { host, port } = new URL(site);
  const closed: OutgoingHttpHeaders[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': '' },
    { 'sec-fetch-site': 'same-origin, cross-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: `http://${host}.evil.example` },
    { origin: `http://evil.example/${host}` },
    { origin: `https://${host}` },
    { origin: `http://localhost:${Number(port) + 1}` },
    { origin: `http://user@${host}` },
    { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' },
  ];
  const open: OutgoingHttpHeaders[] = [
    {},
    { 'sec-fetch-site': 'same-origin', origin: site },
    { 'sec-fetch-site': 'same-origin' },
    { origin: site },
  ];
  for (const door of doors) {
    for (const headers of closed) {
      const { status, distinct } = await post(door, { ...asForm, ...headers }, formOf(door));
      expect(status, `${door.path} ${JSON.stringify(headers)}`).toBe(403);
      expect(distinct['set-cookie'], door.path).toBeUndefined();
    }
    for (const headers of open) {
      const { status } = await post(door, { ...asForm, ...headers }, formOf(door));
      expect(status, `${door.path} ${JSON.stringify(headers)}`).not.toBe(403);
      expect(status, door.path).toBeLessThan(500);
    }
  }
});

test('nothing changes but by POST: every other method is 405', async () => {
  for (const { path } of doors) {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const { status } = await ask(site, { path, method, headers: { cookie } });
      expect(status, `${method} ${path}`).toBe(405);
    }
  }
});

test('a body that cannot be read is told why, in true statuses', async () => {
  const boundary = 'multipart/form-data; boundary=x';
  const bad: [number, OutgoingHttpHeaders, string][] = [
    [415, { 'content-type': 'text/plain' }, 'email=a@example.com'],
    [415, { 'content-type': 'text/xml' }, '<a/>'],
    [415, {}, 'email=a@example.com'],
    [413, asForm, `email=${'x'.repeat(20_000)}`],
    [413, asJson, JSON.stringify({ email: 'x'.repeat(20_000) })],
    [400, asJson, '{'],
    [400, asJson, '[]'],
    [400, asJson, 'null'],
    [400, asJson, '"x"'],
    [400, { 'content-type': boundary }, 'no part at all'],
  ];
  for (const door of doors) {
    for (const [status, headers, body] of bad) {
      const heard = await post(door, headers, body);
      expect(heard.status, `${door.path} ${JSON.stringify(headers)} ${body.slice(0, 20)}`).toBe(status);
      expect(heard.text.length, door.path).toBeGreaterThan(10);
      expect(heard.headers['cache-control'], door.path).toContain('no-store');
    }
    const nonsense = {
      email: ['a', 'b'],
      token: {},
      code: 1e9,
      id: null,
      source: [],
      language: 7,
      article: { a: 1 },
    };
    expect((await post(door, asJson, JSON.stringify(nonsense))).status, door.path).toBeLessThan(500);
  }
});

test('no door and no page leads off the site, however the target is spelt', async () => {
  const names = [
    'source',
    'path',
    'next',
    'to',
    'return',
    'returnTo',
    'redirect',
    'location',
    'url',
    'article',
  ];
  for (const door of doors) {
    for (const evil of evilTargets) {
      // No address, so that nothing is counted; the answer names the source all the same.
      const fields = {
        ...door.fields,
        email: 'nobody',
        ...Object.fromEntries(names.map((name) => [name, evil])),
      };
      const heard = await post(door, asForm, new URLSearchParams(fields).toString());
      const { location = '' } = heard.headers;
      expect(new URL(location, site).origin, `${door.path} ${JSON.stringify(evil)}`).toBe(site);
      expect(location, door.path).not.toMatch(/^(?:\/\/|\/?\\|[a-z]+:(?!\/\/localhost))/i);
      expect(heard.status, door.path).toBeLessThan(500);
    }
  }
  const pages = [
    '/subscribe',
    '/es/subscribe',
    '/sign-in',
    '/confirm',
    '/account',
    '/subscribe/thanks',
    '/unsubscribe',
  ];
  const questions = pages.flatMap((page) =>
    evilTargets.map((evil) => {
      const query = new URLSearchParams(names.map((name) => [name, evil]));
      return { path: `${page}?${query}` };
    }),
  );
  const leading = /(?:href|action|formaction|src|content)="[^"]*(?:\/|\\|:|url=)evil\.example[^"]*"/i;
  const led = await askAll(site, questions, ({ text, headers }, { path }) => {
    const found =
      leading.exec(text)?.[0] ?? (/evil/.test(headers.location ?? '') ? headers.location : undefined);
    return found ? [`${path}: ${found}`] : [];
  });
  expect(led).toEqual([]);
});

test('every cookie is kept from scripts, other sites and shared caches', async () => {
  let seen = 0;
  const see = (heard: Heard, what: string) => {
    seen += heard.distinct['set-cookie']?.length ?? 0;
    return faultsOfCookies(heard, false).map((fault) => `${what} ${fault}`);
  };
  const faults: string[] = [];
  for (const door of doors) {
    faults.push(...see(await post(door, asForm, formOf(door)), door.path));
    faults.push(...see(await post(door, asJson, JSON.stringify(fieldsOf(door))), door.path));
    faults.push(...see(await post(door, asForm, 'email=nobody'), door.path));
  }
  const pages = addressesOfSite('word').flatMap((path) => [{ path }, { path, headers: { cookie } }]);
  faults.push(...(await askAll(site, pages, (heard, { path }) => see(heard, path))));
  expect(faults).toEqual([]);
  expect(seen).toBeGreaterThan(2);
});

test('pages whose address is a key tell no other site about it, are kept by nobody and have true statuses', async () => {
  for (const path of tokenPages) {
    const heard = await ask(site, { path });
    expect(heard.headers['referrer-policy'], path).toBe('same-origin');
    expect(heard.status, path).toBeGreaterThanOrEqual(400);
    expect(heard.status, path).toBeLessThan(500);
    if (heard.status !== 404) expect(heard.headers['cache-control'], path).toContain('no-store');
  }
});

test('behind a proxy that ends TLS every cookie is Secure and bound to the host, and only such a one is believed', async ({
  stack,
}) => {
  test.setTimeout(120_000);
  const tls = await startTlsSite(stack);
  try {
    const faults: string[] = [];
    const names = new Set<string>();
    const fromSite = { ...tls.proxied, origin: tls.publicUrl, 'sec-fetch-site': 'same-origin' };
    for (const door of doors) {
      const heard = await post(door, { ...asForm, ...fromSite }, formOf(door), tls.origin);
      faults.push(...faultsOfCookies(heard, true).map((fault) => `${door.path} ${fault}`));
      for (const line of heard.distinct['set-cookie'] ?? []) names.add(line.split('=', 1)[0] ?? '');
      expect(new URL(heard.headers.location ?? '', tls.publicUrl).origin, door.path).toBe(tls.publicUrl);
      // The inner origin is not the site's: a page on it is another site.
      const inner = await post(
        door,
        { ...asForm, ...tls.proxied, origin: tls.origin },
        formOf(door),
        tls.origin,
      );
      expect(inner.status, door.path).toBe(403);
    }
    expect(faults).toEqual([]);
    expect([...names]).toContain('__Host-pending');

    const path = '/articles/us-presses-mexico-for-border-security-results';
    const page = async (cookie?: string) =>
      ask(tls.origin, { path, headers: { ...tls.proxied, ...(cookie ? { cookie } : {}) } });
    expect((await page()).status).toBe(200);
    expect((await page()).headers['strict-transport-security']).toBeTruthy();
    const variantOf = ({ headers }: Heard) =>
      /private/.test(headers['cache-control'] ?? '') ? 'reader' : 'public';
    expect(variantOf(await page(`__Host-${cookie}`))).toBe('reader');
  } finally {
    await tls.stop();
  }
});
