import { evaluate, parse } from 'groq-js';
import { expect, test } from 'vitest';
import { View } from '../dataset/view.ts';
import { Random } from '../testing/random.ts';
import { randomDocument } from '../testing/random-documents.ts';
import { randomQuery } from '../testing/random-queries.ts';
import { runQuery } from './run-query.ts';

/** `npm run test:long` asks for more of them. A failure names its seed. */
const seeds = Number(process.env.LAKE_PROPERTY_SEEDS ?? 4);
const queriesOfSeed = 100;
const now = new Date('2026-06-01T00:00:00Z');

test.each(Array.from({ length: seeds }, (_, index) => index + 1))(
  'whatever is asked, the indexes answer as the full evaluation does, with writes in between: seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const random = new Random(seed);
    // Lists are made however few documents there are.
    const view = new View(0);
    for (let count = 0; count < 40; count++) view.put(randomDocument(random));
    const asked: string[] = [];
    for (let count = 0; count < queriesOfSeed; count++) {
      // What was asked before is answered from what was kept of it.
      const again = random.chance(3) ? asked[random.below(asked.length)] : undefined;
      const query = again ?? randomQuery(random);
      asked.push(query);
      expect({ query, result: await indexedAnswer(query, view) }).toEqual({
        query,
        result: await plainAnswer(query, view),
      });
      for (const document of random.list(3, () => randomDocument(random))) {
        if (random.chance(3)) view.remove(document._id);
        else view.put(document);
      }
    }
  },
);

async function indexedAnswer(query: string, view: View): Promise<unknown> {
  const context = { identity: 'someone', projectId: 'p', dataset: 'd', now };
  const { result } = await runQuery({ query, params: {}, view, ...context });
  return asJson(result);
}

async function plainAnswer(query: string, view: View): Promise<unknown> {
  const options = { dataset: view.all(), identity: 'someone', timestamp: now };
  return asJson(await (await evaluate(parse(query), options)).get());
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
