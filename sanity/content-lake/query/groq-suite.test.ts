import { expect, test } from 'vitest';
import { runGroqSuite } from '../testing/groq-suite-run.ts';

test('a part of the GROQ suite passes over HTTP as far as groq-js passes it in process', async (context) => {
  const run = await runGroqSuite(23);
  if (!run) return context.skip('../shared/groq-suite is not there');
  expect(run.fallenShort).toEqual([]);
  expect(run.passedOverHttp).toBeGreaterThan(run.asked / 2);
}, 60_000);
