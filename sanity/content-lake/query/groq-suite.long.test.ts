import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGroqSuite } from '../testing/groq-suite.ts';
import { runGroqSuite } from '../testing/groq-suite-run.ts';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

const suite = readGroqSuite();
let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

test('the whole GROQ suite passes over HTTP as far as groq-js passes it in process', async (context) => {
  if (!suite) return context.skip('../shared/groq-suite is not there');
  const run = await runGroqSuite(lake, suite, suite.tests);
  console.log(`${run.passedOverHttp} of ${suite.tests.length} over HTTP, ${run.passedInProcess} in process`);
  expect(run.fallenShort).toEqual([]);
  expect(run.passedOverHttp).toBeGreaterThanOrEqual(run.passedInProcess);
}, 1_200_000);
