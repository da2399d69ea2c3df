import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/test.ts';
import { addressesOf } from './leak/addresses.ts';
import { addressesOfSite } from './leak/addresses-of-site.ts';
import { ask, askAll, wholeOf } from './leak/ask.ts';
import { datasetEndpoints } from './leak/dataset-endpoints.ts';
import { gardenOfFile } from './leak/garden-of-file.ts';
import { leaksOf, trying } from './leak/leaks.ts';
import { staticFilesThatTell } from './leak/static-files.ts';

const grown = gardenOfFile();
const pageData = { rsc: '1' };

test('no page, list, feed, map or file of the site repeats it, and search does not find it', async () => {
  const { garden, rows, site } = grown();
  const paths = addressesOfSite(garden.needle);
  const { cookie } = await rows.addReader();
  const told = await askAll(
    site,
    // A subscriber may find it: e2e/search.spec.ts.
    paths.flatMap((path) => [
      { path },
      { path, headers: pageData },
      ...(path.includes(garden.needle) ? [] : [{ path, headers: { cookie } }]),
    ]),
    (heard, { path }) => {
      const whole = wholeOf(heard).replaceAll(`q=${garden.needle}`, '');
      // An open article's headline stands in lists; a search page repeats the word that was asked.
      const isSearch = path.includes(garden.needle);
      const gated = garden.gatedIn(whole).filter((word) => !/^linked-/.test(word));
      const words = [
        ...(isSearch ? gated.filter((word) => word !== garden.needle) : gated),
        ...garden.closedIn(whole),
      ];
      const finds = isSearch && heard.status === 200 && /leak-[0-9a-f]+-cut/.test(whole);
      return words.length > 0 || finds ? [`${path} tells ${words.join(', ') || 'the article'}`] : [];
    },
  );
  expect(told).toEqual([]);
});

test('what is withdrawn, held back, embargoed, unpublished or of an unknown access level is closed to all', async () => {
  const { garden, rows, site } = grown();
  const { cookie } = await rows.addReader();
  for (const { name, path, slug } of garden.closed) {
    const everywhere = ['held', 'embargoed'].includes(name)
      ? addressesOf({ path, slug, language: 'en' })
      : [path];
    const ways = [{}, { cookie: `${cookie}; draft=x` }];
    const tricks = [...trying(name, everywhere, ways), ...trying(name, [path], [{ cookie, ...pageData }])];
    const told = await leaksOf(site, { gatedIn: () => [], closedIn: garden.closedIn }, tricks);
    // A document of an access level that we do not know is no article: its page is a clean 500.
    expect(told.filter((line) => name !== 'odd-access' || !line.startsWith('500'))).toEqual([]);
  }
});

test('the lake answers nobody without a token, by no endpoint', async () => {
  const { garden, rows, site, stack, named } = grown();
  const { id } = named('cut');
  const { token } = await rows.addReader();
  const callers = [
    {},
    { authorization: 'Bearer x' },
    { authorization: `Bearer ${token}` },
    { cookie: `sanitySession=${token}`, origin: site },
    { origin: site, 'x-forwarded-for': '127.0.0.1' },
  ];
  const told = await leaksOf(
    stack.lakeUrl,
    garden,
    callers.flatMap((headers) =>
      datasetEndpoints(id).map((question) => ({
        ...question,
        name: 'lake',
        headers: { ...question.headers, ...headers },
      })),
    ),
  );
  expect(told).toEqual([]);
});

test('whoever listens to the lake without a token hears that something changed, and no word of it', async ({
  lake,
}) => {
  const { garden, stack, named } = grown();
  const { id } = named('cut');
  const leaving = new AbortController();
  const address = `${stack.lakeUrl}/v2025-02-19/data/live/events/production?includeDrafts=true`;
  const live = await fetch(address, { signal: leaving.signal });
  let heard = '';
  const listening = (async () => {
    for await (const chunk of live.body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  await lake.patch(id).set({ standfirst: garden.needle }).commit();
  await lake.patch(`drafts.${id}`).set({ standfirst: garden.needle }).commit();
  await lake.patch(id).set({ standfirst: 'A test.' }).commit();
  if (live.ok) await expect.poll(() => heard).toContain('"tags"');
  leaving.abort();
  await listening;
  expect([...garden.gatedIn(heard), ...garden.closedIn(heard)]).toEqual([]);
  expect(heard).not.toContain(id);
});

test('mail to somebody who has only left an address holds none of it', async ({ inbox, freshAddress }) => {
  const { garden, site, stack, named } = grown();
  const { path } = named('cut');
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: freshAddress, language: 'en', source: path });
  const answer = await ask(site, { path: '/api/subscribe', method: 'POST', headers, body });
  expect(garden.gatedIn(wholeOf(answer))).toEqual([]);
  const mail = await inbox.mailTo(freshAddress);
  expect(garden.gatedIn(JSON.stringify(mail))).toEqual([]);
  const all = await (await fetch(`${stack.inboxUrl}/api/email`)).text();
  expect([...garden.gatedIn(all), ...garden.closedIn(all)]).toEqual([]);
});

test('no file that a browser can fetch holds text of an article', async () => {
  const { garden } = grown();
  const words = garden.articles.flatMap(({ gated }) => gated);
  const { telling, files, sentences } = await staticFilesThatTell([...words, garden.needle]);
  expect(files).toBeGreaterThan(10);
  expect(sentences).toBeGreaterThan(100);
  expect(telling).toEqual([]);
});

test('the programs’ logs hold none of it either', async () => {
  const { garden, stack } = grown();
  const folder = join(stack.dataDir, 'logs');
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    // The name of an open article is no secret.
    const told = garden.gatedIn(text).filter((word) => !word.startsWith('linked-'));
    expect(told, name).toEqual([]);
  }
});
