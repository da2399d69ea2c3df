import { expect, test } from 'vitest';
import { runGroqSuite } from '../testing/groq-suite-run.ts';

test('the whole GROQ suite passes over HTTP as far as groq-js passes it in process', async (context) => {
  const run = await runGroqSuite(1);
  if (!run) return context.skip('../shared/groq-suite is not there');
  console.log(`${run.passedOverHttp} of ${run.asked} over HTTP, ${run.passedInProcess} in process`);
  expect(run.fallenShort).toEqual([]);
  expect(run.passedOverHttp).toBeGreaterThanOrEqual(run.passedInProcess);
}, 1_200_000);
