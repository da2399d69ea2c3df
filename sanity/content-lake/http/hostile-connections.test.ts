import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { httpSink } from '../listen/event-sink.ts';
import { LakeProcess } from '../testing/lake-process.ts';

let lake: LakeProcess | undefined;
afterEach(async () => {
  await lake?.remove();
  lake = undefined;
});

/** Asks for a socket and breaks the connection off as soon as the lake has begun to answer. */
function resetAfterUpgrade(port: number, path: string): Promise<void> {
  return new Promise((resolve) => {
    const connection = connect(port, 'localhost', () => {
      connection.write(
        `GET ${path} HTTP/1.1\r\nHost: lake\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
        () => connection.resetAndDestroy(),
      );
    });
    connection.on('error', () => undefined);
    connection.on('close', () => resolve());
  });
}

test('a stranger who breaks off an upgrade does not end the lake', async () => {
  lake = await LakeProcess.start();
  const client = lake.client();
  const port = Number(new URL(client.config().url).port);
  for (const path of ['/nothing', '/v1/event-streams', '/v1/socket/production']) {
    await Promise.all(Array.from({ length: 10 }, () => resetAfterUpgrade(port, path)));
  }
  await client.create({ _type: 'note' });
  expect(await client.fetch('count(*[_type == "note"])')).toBe(1);
});

test('an event that is ready only after its stream has ended is dropped', async () => {
  const errors: unknown[] = [];
  const server = createServer((_request, response) => {
    response.on('error', (error) => errors.push(error));
    const sink = httpSink(response);
    sink.send('in time');
    sink.close();
    sink.send('late');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo; // A TCP server's address is never a string or null.
  const said = await (await fetch(`http://localhost:${port}`)).text();
  await new Promise((resolve) => server.close(resolve));
  expect(said).toBe('in time');
  expect(errors).toEqual([]);
});
