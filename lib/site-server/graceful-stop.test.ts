import { expect, test } from 'vitest';
import { aSiteServer } from './a-site-server.ts';
import { gracefulStop } from './graceful-stop.ts';

test('a stop lets the running request finish, closes its connection and takes no new one', async () => {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const { server, get } = await aSiteServer(async (_, response) => {
    reached.resolve();
    await gate.promise;
    response.writeHead(200, { 'content-type': 'text/plain' }).end('done');
  });
  const stop = gracefulStop(server);
  const running = get('/slow', { connection: 'keep-alive' });
  await reached.promise;
  const stopped = stop();
  await expect(get('/late')).rejects.toThrow();
  gate.resolve();
  const { body, headers } = await running;
  expect([body.toString(), headers.connection]).toEqual(['done', 'close']);
  await stopped;
});
