import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

test.each([
  ['data/query/open', `{"query":"1","params":{"a":${deep}}}`],
  ['data/mutate/open?autoGenerateArrayKeys=true', `{"mutations":[{"create":{"_type":"a","b":${deep}}}]}`],
  ['data/mutate/open', `{"mutations":[{"patch":{"query":"*","params":{"a":${deep}},"unset":["a"]}}]}`],
])(
  'POST %s with a body that is nested without end is refused, and is no failure of the lake',
  async (path, body) => {
    const headers = { authorization: `Bearer ${tokens.administrator}` };
    const response = await fetch(`${lake.url}/v1/${path}`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      statusCode: 400,
      message: 'The body is nested too deeply',
    });
  },
);
