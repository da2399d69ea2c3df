import { afterEach, expect, test } from 'vitest';
import { startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

let lake: TestLake;
afterEach(() => lake.end());

const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example, content.example' };

async function addresses(): Promise<string[]> {
  const providers = await fetch(`${lake.url}/v1/auth/providers`, { headers: forwarded });
  const upload = await fetch(`${lake.url}/v1/assets/files/production?filename=a.txt`, {
    method: 'POST',
    body: 'words',
    headers: { ...forwarded, authorization: `Bearer ${tokens.administrator}` },
  });
  return [(await providers.json()).providers[0].url, (await upload.json()).document.url].map(
    (url) => new URL(url).origin,
  );
}

test('behind a proxy of ours, addresses name the scheme and host that the client called', async () => {
  lake = await startTestLake({ trustsProxy: true });
  expect(await addresses()).toEqual(['https://content.example', 'https://content.example']);
});

test('without one, nobody can make the lake name another host', async () => {
  lake = await startTestLake();
  expect(await addresses()).toEqual([lake.url, lake.url]);
});
