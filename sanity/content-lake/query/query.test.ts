import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
  await lake
    .client()
    .transaction()
    .create({ _id: 'author', _type: 'person', name: 'Ana' })
    .create({ _id: 'drafts.author', _type: 'person', name: 'Ana María' })
    .create({
      _id: 'a',
      _type: 'article',
      title: 'Published',
      author: { _type: 'reference', _ref: 'author' },
    })
    .create({
      _id: 'drafts.a',
      _type: 'article',
      title: 'Draft',
      author: { _type: 'reference', _ref: 'author' },
    })
    .create({ _id: 'drafts.b', _type: 'article', title: 'Only a draft' })
    .create({ _id: 'versions.spring.a', _type: 'article', title: 'In spring' })
    .commit();
});
afterAll(() => lake.end());

describe('perspectives', () => {
  const titles = (perspective?: string | string[], apiVersion = '2025-02-19') => {
    const options = perspective === undefined ? {} : { perspective };
    const query = '*[_type == "article"] | order(_id){_id, title, "by": author->name}';
    return lake.client({ apiVersion }).fetch(query, {}, options as object); // The client's type knows no lists of plain strings.
  };

  test('published leaves out drafts and versions', async () => {
    expect(await titles('published')).toEqual([{ _id: 'a', title: 'Published', by: 'Ana' }]);
  });

  test('drafts overlays what is published, also behind references', async () => {
    expect(await titles('drafts')).toEqual([
      { _id: 'a', title: 'Draft', by: 'Ana María' },
      { _id: 'b', title: 'Only a draft', by: null },
    ]);
    expect(await titles('previewDrafts')).toEqual(await titles('drafts'));
    const original = '*[_id == "a"][0]._originalId';
    expect(await lake.client().fetch(original, {}, { perspective: 'drafts' })).toBe('drafts.a');
  });

  test('a release comes before drafts and published', async () => {
    expect(await titles(['spring'])).toEqual([{ _id: 'a', title: 'In spring', by: null }]);
    expect(await titles(['spring', 'drafts'])).toHaveLength(2);
  });

  test('raw is everything, and the default of older API versions', async () => {
    expect(await titles('raw')).toHaveLength(4);
    expect(await titles(undefined, '2021-10-21')).toHaveLength(4);
    expect(await titles(undefined, '2025-02-19')).toHaveLength(1);
  });

  test('a view is as new as the last write', async () => {
    const client = lake.client();
    const name = () => client.fetch('*[_id == "a"][0].author->name', {}, { perspective: 'drafts' });
    expect(await name()).toBe('Ana María');
    await client.patch('drafts.author').set({ name: 'Anita' }).commit();
    expect(await name()).toBe('Anita');
    await client.delete('drafts.author');
    expect(await name()).toBe('Ana');
    await client.create({ _id: 'drafts.author', _type: 'person', name: 'Ana María' });
  });
});

describe('the answer', () => {
  test('carries result, query, time and tags; the query on demand', async () => {
    const answer = await lake.client().fetch('count(*)', {}, { filterResponse: false });
    expect(answer).toMatchObject({
      result: 2,
      query: 'count(*)',
      ms: expect.any(Number),
      syncTags: [expect.any(String)],
    });
    const url = '/data/query/production?query=1&returnQuery=false';
    expect(await lake.client().request({ url })).not.toHaveProperty('query');
  });

  test('parameters come in the URL and in a body, however long the query is', async () => {
    const long = `*[_id == $id && "${'x'.repeat(20_000)}" != ""]._id`;
    expect(await lake.client().fetch('*[_id == $id]._id', { id: 'a' })).toEqual(['a']);
    expect(await lake.client().fetch(long, { id: 'a' })).toEqual(['a']);
  });

  test('dates come as text', async () => {
    expect(await lake.client().fetch('{"d": dateTime("2026-01-01T00:00:00Z") + 60}')).toEqual({
      d: '2026-01-01T00:01:00Z',
    });
  });

  test('documents are fetched by id, missing ones are named', async () => {
    const url = '/data/doc/production/a,none,drafts.b';
    const { documents, omitted } = await lake.client().request({ url });
    expect(documents.map(({ _id }: { _id: string }) => _id)).toEqual(['a', 'drafts.b']);
    expect(omitted).toEqual([{ id: 'none', reason: 'existence' }]);
    expect(await lake.client().getDocuments(['none', 'a'])).toMatchObject([null, { _id: 'a' }]);
  });
});

describe('a query that cannot be answered', () => {
  const ask = (query: string, params = {}) => refusal(lake.client().fetch(query, params));

  test('is refused when it scores what is no list of documents', async () => {
    for (const query of ['*{title} | score(title == "a")', '*[0] | score(title == "a")']) {
      expect(await ask(query)).toMatchObject({ status: 400, body: { error: { type: 'queryParseError' } } });
    }
    expect(await lake.client().fetch('*[_id == "a"] | score(title == "Published"){_score}')).toEqual([
      { _score: 1 },
    ]);
  });

  test('is refused with the place where it goes wrong', async () => {
    expect(await ask('*[_type ==')).toMatchObject({
      status: 400,
      body: {
        error: {
          type: 'queryParseError',
          query: '*[_type ==',
          start: 10,
          end: 10,
          description: 'unexpected end-of-file, expected expression',
        },
      },
    });
    expect(await ask('*[_id == $missing]')).toMatchObject({ status: 400 });
    expect(await ask('nonsense(1)')).toMatchObject({ status: 400 });
    expect(await ask('')).toMatchObject({ status: 400 });
  });

  test('is refused when it is huge, deep or full of wildcards', async () => {
    expect(await ask(`"${'x'.repeat(1_000_000)}"`)).toMatchObject({ status: 413 });
    expect(await ask(`"${'x'.repeat(200_000)}"`)).toMatchObject({ status: 400 });
    expect(await ask(`${'('.repeat(2000)}1${')'.repeat(2000)}`)).toMatchObject({ status: 400 });
    expect(await ask(`${'!'.repeat(50_000)}true`)).toMatchObject({ status: 400 });
    expect(await ask(`1${'+1'.repeat(40_000)}`)).toMatchObject({ status: 400 });
    expect(await ask(`"x" match "${'a*'.repeat(40)}b"`)).toMatchObject({ status: 400 });
    expect(await ask('"x" match $p', { p: `${'a*'.repeat(40)}b` })).toMatchObject({ status: 400 });
  }, 30_000);

  test('and others, asked later, are answered before those that take long, which are ended', async () => {
    const list = `[${'{},'.repeat(40)}]`;
    const hostile = [
      `count(${list}{"a": ${list}{"b": ${list}{"c": ${list}{"d": ${list}[@ != 1]}}}})`,
      '*{"a": *{"b": *{"c": *{"d": *{"e": *{"f": *{"g": *{"h": *{"i": *}}}}}}}}}',
      'count(*{"a": *{"b": *{"c": *{"d": *[n != ^.^.^.n]{"e": *[n != ^.n]}}}}})',
      '*[count(*[n != ^.n && count(*[n != ^.^.n && count(*[n != ^.n]) > 1]) > 1]) > 1000]',
    ];
    const many = lake.client().transaction();
    for (let n = 0; n < 120; n++) many.create({ _type: 'crowd', n });
    await many.commit();
    const order: string[] = [];
    const slow = hostile.map((query) =>
      ask(query).finally(() => {
        order.push('hostile');
      }),
    );
    for (let count = 0; count < 20; count++) {
      expect(await lake.client().fetch('*[_id == "a"]._id')).toEqual(['a']);
      order.push('cheap');
    }
    for (const refused of await Promise.all(slow)) {
      expect(refused).toMatchObject({ status: 400, body: { error: { type: 'queryTimeoutError' } } });
    }
    expect(order).toEqual([...Array(20).fill('cheap'), ...Array(hostile.length).fill('hostile')]);
  }, 60_000);
});
