import { afterAll, describe, expect } from 'vitest';
import { conformanceTable, endSharedLake, springRelease as release } from './conformance.ts';

const any = expect.anything();
const text = expect.any(String);
const stored = { _rev: text, _createdAt: text, _updatedAt: text };
const ana = { _id: 'ana', _type: 'person', name: 'Ana' };
const story = { _id: 'story', _type: 'article', title: 'Published', by: { _type: 'reference', _ref: 'ana' } };
const draft = { ...story, _id: 'drafts.story', title: 'Draft' };
const version = { ...story, _id: 'versions.spring.story', title: 'In spring' };
const given = [ana, story, draft, version, release];
const title = '*[_id == $id][0].title';

afterAll(endSharedLake);

describe('client.fetch', () => {
  conformanceTable([
    { name: 'a query', given, call: (client) => client.fetch('count(*[_type == "article"])'), answers: 1 },
    {
      name: 'parameters of every JSON kind',
      call: (client) =>
        client.fetch('[$text, $number, $flag, $nothing, $list[1], $object.a]', {
          text: 'añ"o',
          number: 1.5,
          flag: true,
          nothing: null,
          list: [1, 2],
          object: { a: 'b' },
        }),
      answers: ['añ"o', 1.5, true, null, 2, 'b'],
    },
    {
      name: 'filterResponse false: the whole answer, with the query',
      given,
      call: (client) => client.fetch(title, { id: 'story' }, { filterResponse: false }),
      answers: { result: 'Published', query: title, ms: expect.any(Number), syncTags: any },
    },
    {
      name: 'returnQuery false: without the query',
      call: (client) => client.fetch('1', {}, { filterResponse: false, returnQuery: false }),
      answers: { result: 1, ms: any, syncTags: any },
    },
    {
      name: 'resultSourceMap: where each value stands',
      given,
      call: (client) =>
        client.fetch('*[_id == "story"]{title}', {}, { filterResponse: false, resultSourceMap: true }),
      answers: {
        result: [{ title: 'Published' }],
        query: text,
        ms: any,
        syncTags: any,
        resultSourceMap: {
          documents: [{ _id: 'story', _type: 'article' }],
          paths: ["$['title']"],
          mappings: {
            "$[0]['title']": { type: 'value', source: { type: 'documentValue', document: 0, path: 0 } },
          },
        },
      },
    },
    {
      name: 'tag, cacheMode, useCdn and lastLiveEventId change nothing in the answer',
      given,
      call: (client) =>
        client.fetch(
          title,
          { id: 'story' },
          { tag: 'a.tag', cacheMode: 'noStale', useCdn: false, lastLiveEventId: 'x' },
        ),
      answers: 'Published',
    },
    ...(
      [
        ['published', 'Published'],
        ['drafts', 'Draft'],
        ['previewDrafts', 'Draft'],
        ['raw', 'Published'],
        [['spring'], 'In spring'],
        [['spring', 'drafts'], 'In spring'],
        [['drafts', 'spring'], 'Draft'],
        [['published'], 'Published'],
      ] as const
    ).map(([perspective, answers]) => ({
      name: `perspective ${perspective}`,
      given,
      call: (client: Parameters<Parameters<typeof conformanceTable>[0][number]['call']>[0]) =>
        client
          .withConfig({ perspective: typeof perspective === 'string' ? perspective : [...perspective] })
          .fetch(title, { id: 'story' }),
      answers,
    })),
    {
      name: 'perspective raw sees drafts and versions under their own ids',
      given,
      call: (client) => client.fetch('*[_type == "article"]._id | order(@)', {}, { perspective: 'raw' }),
      answers: ['drafts.story', 'story', 'versions.spring.story'],
    },
    {
      name: 'an overlay names the document it came from',
      given,
      call: (client) => client.fetch('*[_id == "story"]{_id, _originalId}', {}, { perspective: 'drafts' }),
      answers: [{ _id: 'story', _originalId: 'drafts.story' }],
    },
    {
      name: 'a query longer than a URL goes by POST',
      given,
      call: (client) =>
        client.fetch(`*[_id == $id && "${'x'.repeat(12_000)}" != ""][0].title`, { id: 'story' }),
      answers: 'Published',
    },
    {
      name: 'the dataset named as a resource',
      given,
      call: (client) =>
        client
          .withConfig({ resource: { type: 'dataset', id: `local.${client.config().dataset}` } })
          .fetch(title, { id: 'story' }),
      answers: 'Published',
    },
    {
      name: 'release functions of GROQ',
      given,
      call: (client) =>
        client.fetch(
          '[*[sanity::partOfRelease("spring")]._id, *[sanity::versionOf("story")]._id | order(@), releases::all()[].name]',
          {},
          { perspective: 'raw' },
        ),
      answers: [['versions.spring.story'], ['drafts.story', 'story', 'versions.spring.story'], ['spring']],
    },
    {
      name: 'a parse error with its position',
      call: (client) => client.fetch('*[_type == '),
      refuses: {
        name: 'ClientError',
        status: 400,
        message: expect.stringContaining('GROQ query parse error'),
        details: {
          type: 'queryParseError',
          description: 'unexpected end-of-file, expected expression',
          query: '*[_type == ',
          start: 11,
          end: 11,
        },
      },
    },
    {
      name: 'a parameter that is missing',
      call: (client) => client.fetch('*[_id == $id]'),
      refuses: {
        status: 400,
        details: { type: 'queryParseError', description: 'param $id referenced, but not provided' },
      },
    },
    {
      name: 'a dataset that is not there',
      call: (client) => client.withConfig({ dataset: 'nowhere' }).fetch('1'),
      refuses: {
        name: 'ClientError',
        status: 404,
        body: { statusCode: 404, error: 'Not Found', message: text },
        message: 'Not Found - Dataset "nowhere" not found for project ID "local"',
      },
    },
    {
      name: 'a token that is not known',
      call: (client) => client.withConfig({ token: 'unknown' }).fetch('1'),
      refuses: { status: 401, body: { statusCode: 401, error: 'Unauthorized', errorCode: 'SIO-401-ANF' } },
    },
    {
      name: 'nobody sees anything of a private dataset',
      given,
      call: (_, { anonymous }) => anonymous.fetch('*'),
      answers: [],
    },
  ]);
});

describe('client.getDocument and its like', () => {
  conformanceTable([
    {
      name: 'getDocument',
      given,
      call: (client) => client.getDocument('drafts.story'),
      answers: { ...draft, ...stored },
    },
    {
      name: 'getDocument of what is not there',
      call: (client) => client.getDocument('nothing'),
      answers: undefined,
    },
    {
      name: 'getDocument with a release',
      given,
      call: (client) => client.getDocument('story', { releaseId: 'spring' }),
      answers: { ...version, ...stored },
    },
    {
      name: 'getDocument with all its versions',
      given,
      call: async (client) =>
        (await client.getDocument('story', { includeAllVersions: true })).map(({ _id }) => _id),
      answers: ['story', 'drafts.story', 'versions.spring.story'],
    },
    {
      name: 'getDocuments in the order asked for, null where there is none',
      given,
      call: async (client) =>
        (await client.getDocuments(['nothing', 'story', 'ana'])).map((found) => found?._id ?? null),
      answers: [null, 'story', 'ana'],
    },
    {
      name: 'documentsExists',
      given,
      call: async (client) => [...(await client.documentsExists(['ana', 'nothing']))],
      answers: ['ana'],
    },
    {
      name: 'nobody gets a document of a private dataset',
      given,
      call: (_, { anonymous }) => anonymous.getDocument('story'),
      answers: undefined,
    },
  ]);
});
