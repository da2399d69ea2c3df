import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGroqSuite } from '../testing/groq-suite.ts';
import { runGroqSuite } from '../testing/groq-suite-run.ts';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

const suite = readGroqSuite();
const wanted = 300;
let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

test('a part of the GROQ suite passes over HTTP as far as groq-js passes it in process', async (context) => {
  if (!suite) return context.skip('../shared/groq-suite is not there');
  const step = Math.ceil(suite.tests.length / wanted);
  const part = suite.tests.filter((_, index) => index % step === 0);
  const run = await runGroqSuite(lake, suite, part);
  expect(run.fallenShort).toEqual([]);
  expect(run.passedOverHttp).toBeGreaterThan(wanted / 2);
}, 60_000);
