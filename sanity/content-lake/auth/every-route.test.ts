import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { routes } from '../start-lake.ts';
import { startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

/** Stands in every text that must not be seen. */
const mark = 'not-for-everybody';
let lake: TestLake;
let revision: string;
let imageFile: string;

beforeAll(async () => {
  lake = await startTestLake();
  const admin = lake.client();
  for (const [dataset, publishedTitle] of [
    ['production', mark],
    ['open', 'for everybody'],
  ]) {
    const client = admin.withConfig({ dataset: String(dataset) });
    await client.releases.create({ releaseId: 'spring', metadata: { title: mark } });
    await client
      .transaction()
      .create({ _id: 'a', _type: 'article', title: publishedTitle })
      .create({ _id: 'drafts.a', _type: 'article', title: mark })
      .create({ _id: 'versions.spring.a', _type: 'article', title: mark })
      .commit();
  }
  revision = (await admin.getDocument('drafts.a'))?._rev ?? '';
  const pixel = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const { path } = await admin.assets.upload('image', pixel, { title: mark, filename: `${mark}.png` });
  imageFile = String(path).split('/').at(-1) ?? '';
});
afterAll(() => lake.end());

const everything = `query=${encodeURIComponent('*')}&perspective=raw&includeAllVersions=true&includeResult=true`;

/** Every path that a pattern stands for here: with the draft's id, the version's and the published one. */
function pathsOf(segments: readonly string[], dataset: string): string[] {
  const known: Record<string, readonly string[]> = {
    ':project': ['local'],
    ':dataset': [dataset],
    ':ids': ['a,drafts.a,versions.spring.a'],
    ':id': ['a', 'drafts.a', 'versions.spring.a', 'spring', '1'],
    ':keys': ['any'],
    ':attempt': ['1'],
    ':file': [imageFile],
    ':vanity': ['name.png'],
    ':feature': ['any'],
  };
  return segments.reduce<string[]>(
    (paths, segment) => {
      const values = segment.startsWith(':') || segment.startsWith('*') ? known[segment] : [segment];
      if (!values) throw new Error(`This test does not know what to put for ${segment} of a new route`);
      return paths.flatMap((path) => values.map((value) => `${path}/${value}`));
    },
    [''],
  );
}

const waysToAsk = () => [
  everything,
  `revision=${revision}`,
  'lastRevision=true',
  `time=${new Date().toISOString()}`,
];

/** The status and what was said; a stream that opens is left after its first words. */
async function ask(method: string, path: string, search: string, token?: string) {
  const response = await fetch(`${lake.url}/v2025-02-19${path}?${search}`, {
    method,
    redirect: 'manual',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    ...(method === 'GET' ? {} : { body: JSON.stringify({ query: '*' }) }),
  });
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    return { status: response.status, said: await response.text() };
  }
  await response.body?.cancel();
  return { status: response.status, said: 'a stream' };
}

const reads = routes.filter(({ method }) => method === 'GET');
const writes = routes.filter(({ method }) => method !== 'GET');
const nameOf = ({ method, segments }: { method: string; segments: readonly string[] }) =>
  `${method} ${segments.join('/')}`;

describe('without a token', () => {
  // By the hash of its bytes an asset is open to whoever knows it, as on Sanity's CDN; its document is not.
  // Live events without drafts tell when something was published, in tags that mean nothing to strangers.
  const openStream = 'GET data/live/events/:dataset';
  const open = ['GET images/:project/:dataset/:file', 'GET images/:project/:dataset/:file/:vanity'];

  test.each(reads.map((route) => ({ name: nameOf(route), route })))(
    '$name tells nothing of a private dataset',
    async ({ name, route }) => {
      for (const path of pathsOf(route.segments, 'production')) {
        for (const search of waysToAsk()) {
          const { status, said } = await ask('GET', path, search);
          if (!open.includes(name)) expect(said, `${path} ${status}`).not.toContain(mark);
          if (name !== openStream) expect(said, path).not.toBe('a stream');
        }
      }
    },
  );

  test.each(reads.map((route) => ({ name: nameOf(route), route })))(
    '$name tells no draft, version or release of a public dataset',
    async ({ route }) => {
      for (const path of pathsOf(route.segments, 'open')) {
        for (const search of [...waysToAsk(), `${everything}&includeDrafts=true`]) {
          expect((await ask('GET', path, search)).said, path).not.toContain(mark);
        }
      }
    },
  );

  /** These change nothing that belongs to anybody. */
  const harmless = ['POST data/query/:dataset', 'POST login', 'POST auth/logout', 'POST intake/batch'];

  test.each(writes.map((route) => ({ name: nameOf(route), route })))(
    '$name is refused, or harmless and silent',
    async ({ name, route }) => {
      for (const path of pathsOf(route.segments, 'production')) {
        const { status, said } = await ask(route.method, path, everything);
        expect(said, path).not.toContain(mark);
        if (!harmless.includes(name)) expect([401, 403], `${path} ${said}`).toContain(status);
      }
    },
  );
});

describe('with a viewer token', () => {
  /** What everybody who is signed in may do: ask, leave, and remember his own favourites. */
  const allowed = [
    'POST data/query/:dataset',
    'POST login',
    'POST auth/logout',
    'POST intake/batch',
    'PUT users/me/keyvalue',
  ];

  test.each(
    writes.flatMap((route) => (allowed.includes(nameOf(route)) ? [] : [{ name: nameOf(route), route }])),
  )('$name is refused', async ({ route }) => {
    for (const path of pathsOf(route.segments, 'production')) {
      expect([401, 403], path).toContain((await ask(route.method, path, '', tokens.viewer)).status);
    }
  });
});

describe('sockets without a token', () => {
  /** What the lake answers to one message. */
  async function answer(path: string, message: object): Promise<string> {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}${path}`);
    try {
      return await new Promise((resolve, reject) => {
        socket.once('open', () => socket.send(JSON.stringify(message)));
        socket.once('message', (data) => resolve(String(data)));
        socket.once('error', reject);
      });
    } finally {
      socket.close();
    }
  }

  test('no event stream opens over the shared socket', async () => {
    for (const path of [
      `/v1/data/listen/production?${everything}`,
      '/v1/data/live/events/production?includeDrafts=true',
    ]) {
      expect(JSON.parse(await answer('/v1/event-streams', { open: 1, path }))).toMatchObject({ status: 401 });
    }
  });

  test('nobody learns who is present', async () => {
    for (const method of ['presence_subscribe', 'presence_rollcall', 'presence_announce']) {
      const said = await answer('/v1/socket/production', { id: 1, method, params: {} });
      expect(JSON.parse(said)).toMatchObject({ error: { code: 4001 } });
    }
  });
});

test('a token is kept as its hash only', async () => {
  const { key } = await lake.client().request({
    method: 'POST',
    url: '/projects/local/tokens',
    body: { label: 'kept', roleName: 'editor' },
  });
  for (const { name } of lake.lake.database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()) {
    const rows = lake.lake.database.prepare(`SELECT * FROM "${name}"`).all();
    expect(JSON.stringify(rows), String(name)).not.toContain(key);
  }
});
