import { jsonPathToStudioPath, resolveEditInfo, studioPath } from '@sanity/client/csm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
  await lake
    .client()
    .transaction()
    .create({ _id: 'ana', _type: 'person', name: 'Ana', bio: { en: 'Writes' } })
    .create({
      _id: 'drafts.a',
      _type: 'article',
      headline: 'A headline',
      hero: { image: { alt: 'A boat' }, caption: 'At sea' },
      by: [{ _key: 'k1', role: 'Reporter', person: { _type: 'reference', _ref: 'ana' } }],
      body: [{ _key: 'b1', _type: 'block', children: [{ _key: 's1', _type: 'span', text: 'First words' }] }],
      count: 3,
    })
    .commit();
});
afterAll(() => lake.end());

async function ask(query: string) {
  const options = {
    perspective: 'drafts',
    resultSourceMap: 'withKeyArraySelector',
    filterResponse: false,
  } as const;
  return lake.client().fetch(query, {}, options);
}

/** Document and path of one value of the answer, by the client's own reading of the map. */
async function origin(query: string, resultPath: (string | number)[]) {
  const { resultSourceMap } = await ask(query);
  if (!resultSourceMap) throw new Error('No source map came');
  const info = resolveEditInfo({ resultSourceMap, resultPath, studioUrl: '/studio' });
  if (!info) return null;
  return {
    id: info.id,
    path: typeof info.path === 'string' ? info.path : studioPath.toString(jsonPathToStudioPath(info.path)),
  };
}

test.each([
  ['*[_type == "article"][0]{headline}', ['headline'], 'drafts.a', 'headline'],
  ['*[_type == "article"]{"title": headline}', [0, 'title'], 'drafts.a', 'headline'],
  ['*[_type == "article"][0]', ['headline'], 'drafts.a', 'headline'],
  ['*[_type == "article"][0]{...}', ['hero', 'caption'], 'drafts.a', 'hero.caption'],
  ['*[_type == "article"][0]{"alt": hero.image.alt}', ['alt'], 'drafts.a', 'hero.image.alt'],
  [
    '*[_type == "article"][0]{hero{caption, "alt": image.alt}}',
    ['hero', 'alt'],
    'drafts.a',
    'hero.image.alt',
  ],
  [
    '*[_type == "article"][0]{body}',
    ['body', 0, 'children', 0, 'text'],
    'drafts.a',
    'body[_key=="b1"].children[_key=="s1"].text',
  ],
  ['*[_type == "article"][0]{by[]{role, person->{name}}}', ['by', 0, 'person', 'name'], 'ana', 'name'],
  ['*[_type == "article"][0]{by[]{role}}', ['by', 0, 'role'], 'drafts.a', 'by[_key=="k1"].role'],
  ['*[_type == "article"][0]{"who": by[0].person->name}', ['who'], 'ana', 'name'],
  ['*[_type == "person"][0]{"bio": coalesce(bio.es, bio.en)}', ['bio'], 'ana', 'bio.en'],
  [
    '{"list": *[_type == "article"]{headline}, "n": count(*)}',
    ['list', 0, 'headline'],
    'drafts.a',
    'headline',
  ],
])('%s knows where %j stands', async (query, resultPath, id, path) => {
  expect(await origin(query, resultPath)).toMatchObject({ id, path });
});

test('what is computed has no origin, and the answer is the same with a map as without', async () => {
  const query =
    '*[_type == "article"][0]{_id, "n": count + 1, "at": dateTime("2026-01-01T00:00:00Z"), "who": by[]{person->{name, bio{en}}}, hero}';
  const { result, resultSourceMap } = await ask(query);
  expect(result).toEqual(await lake.client().fetch(query, {}, { perspective: 'drafts' }));
  expect(Object.keys(resultSourceMap?.mappings ?? {})).not.toContain("$['n']");
  expect(resultSourceMap?.documents).toContainEqual({ _id: 'drafts.a', _type: 'article' });
});
