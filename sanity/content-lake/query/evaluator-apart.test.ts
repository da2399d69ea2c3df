import { evaluate, parse } from 'groq-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../testing/random.ts';
import { randomDocument } from '../testing/random-documents.ts';
import { randomQuery } from '../testing/random-queries.ts';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';
import { evaluatorOf } from './evaluator-apart.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

const now = new Date('2026-06-01T00:00:00Z');

async function answeredApart(query: string): Promise<unknown> {
  const dataset = lake.lake.dataset('production');
  const context = { params: {}, identity: 'someone', projectId: 'local', dataset: 'production', now };
  const text = await evaluatorOf(dataset).answer({ query, ...context, perspective: 'raw', isEchoed: false });
  const body: { result: unknown } = JSON.parse(new TextDecoder().decode(text));
  return body.result;
}

test('the thread answers as the full evaluation does, with the writes that came before', async () => {
  const random = new Random(7);
  const dataset = lake.lake.dataset('production');
  for (let count = 0; count < 60; count++) {
    for (const { _rev, ...document } of random.list(3, () => randomDocument(random))) {
      // References dangle in these documents, as only weak ones may.
      const weak: typeof document = JSON.parse(
        JSON.stringify(document).replaceAll('"_ref":', '"_weak":true,"_ref":'),
      );
      if (random.chance(4)) await lake.client().delete({ query: `*[_id == "${weak._id}"]` });
      else await lake.client().createOrReplace(weak);
    }
    const query = randomQuery(random);
    const documents = dataset.perspectives.raw.all();
    const options = { dataset: [...documents], identity: 'someone', timestamp: now };
    const plain: unknown = await (await evaluate(parse(query), options)).get();
    const expected: unknown = JSON.parse(JSON.stringify(plain ?? null));
    expect({ query, result: await answeredApart(query) }).toEqual({ query, result: expected });
  }
}, 60_000);

/** Each of its projections doubles a text, then every letter is compared with every other. */
const onePiece = `{"a": "0123456789abcdef"}${'{"a": a + a}'.repeat(16)}{
  "n": array::intersects(string::split(a, ""), string::split(upper(a), "0"))}`;

test('a query that is one long piece of work is ended, while others are answered at once', async () => {
  const ended = refusal(lake.client().fetch(onePiece));
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
  });
  let answered = 0;
  while (!isEnded) {
    await lake.client().fetch('count(*[_type == "article"])');
    answered++;
  }
  expect(await ended).toMatchObject({ status: 400, body: { error: { type: 'queryTimeoutError' } } });
  // In the same thread not one would have been answered before it ended.
  expect(answered).toBeGreaterThan(20);
}, 30_000);

test('after one that was ended, the next is answered with all documents', async () => {
  await lake.client().createOrReplace({ _id: 'last', _type: 'last', title: 'written' });
  expect(
    await lake.client().fetch('{"a": "x"}{"a": a + a}{"a": a + a, "b": *[_id == "last"].title}'),
  ).toEqual({
    a: 'xxxx',
    b: ['written'],
  });
}, 30_000);
