import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LakeProcess } from '../testing/lake-process.ts';

let lake: LakeProcess;
beforeEach(async () => {
  lake = await LakeProcess.start();
});
afterEach(() => lake.remove());

const body = JSON.stringify({ mutations: [{ create: { _id: 'sent-before-the-end', _type: 'note' } }] });

test('a write that has begun is answered before a stopped lake ends, and stays', async () => {
  const { url } = lake.client().config();
  // A stream that never ends must not keep the stop waiting.
  const stream = await fetch(`${url}/data/listen/production?query=*`, {
    headers: { authorization: 'Bearer admin' },
  });
  const message = request(`${url}/data/mutate/production`, {
    method: 'POST',
    headers: { authorization: 'Bearer admin', 'content-length': body.length },
  });
  const status = new Promise<number | undefined>((resolve, reject) => {
    message.once('response', (response) => resolve(response.resume().statusCode));
    message.once('error', reject);
  });
  await new Promise<void>((resolve) => message.write(body.slice(0, 20), () => resolve()));
  // The lake has read the head of the request when it answers one that came after it.
  await lake.client().request({ url: '/ping' });
  const ended = lake.end('SIGTERM');
  await expect
    .poll(() =>
      fetch(`${url}/ping`).then(
        () => 'answers',
        () => 'refuses',
      ),
    )
    .toBe('refuses');
  message.end(body.slice(20));
  expect(await status).toBe(200);
  expect(await ended).toBe(0);
  await stream.text().catch(() => 'broken off');

  await lake.start();
  expect(await lake.client().getDocument('sent-before-the-end')).toBeDefined();
}, 20_000);
