import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openLine } from './smtp-line.ts';
import { smtpSettings } from './smtp-settings.ts';
import { startTestRelay } from './test-relay.ts';

const envelope = { from: 'desk@news.example', to: 'ana@example.com' };
const message = 'Subject: x\r\n\r\n.a line that begins with a dot\r\n';

async function lineTo(url: string) {
  const { connection, account } = smtpSettings(url);
  const line = openLine({ account, connection: { ...connection, socketTimeout: 500, greetingTimeout: 500 } });
  onTestFinished(() => line.close());
  return line;
}

/** A server that does with every connection what the test says, and knows no SMTP. */
async function oddServer(connected: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => connected(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
}

async function testRelay() {
  const relay = await startTestRelay();
  onTestFinished(() => relay.stop());
  return relay;
}

test('a message arrives byte for byte, one after the other over one connection', async () => {
  const relay = await testRelay();
  const line = await lineTo(relay.url);
  for (const _ of [1, 2, 3]) {
    await line.open();
    expect(await line.send(envelope, Buffer.from(message))).toEqual({ kind: 'accepted', code: 250 });
  }
  expect(relay.mails).toMatchObject(Array(3).fill({ to: ['ana@example.com'], source: message }));
});

test('after a hundred mails the connection is another one', async () => {
  const relay = await testRelay();
  const line = await lineTo(relay.url);
  for (let mail = 0; mail < 100; mail += 1) {
    await line.open();
    await line.send(envelope, message);
  }
  expect(line.isOpen()).toBe(false);
  await line.open();
  expect(await line.send(envelope, message)).toMatchObject({ kind: 'accepted' });
});

test.each<[string, (socket: Socket) => void]>([
  ['hangs up at once', (socket) => socket.destroy()],
  ['says nothing', () => undefined],
  ['is closing', (socket) => socket.end('421 Too many connections\r\n')],
  ['is no mail server', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
])('a server that %s lets nobody in, and no mail is under way', async (_, behaviour) => {
  const line = await lineTo(await oddServer(behaviour));
  await expect(line.open()).rejects.toThrow();
  expect(line.isOpen()).toBe(false);
  expect(await line.send(envelope, message)).toEqual({ kind: 'unreachable', code: null });
});

test('a connection that the server ended while it was idle costs no mail', async () => {
  const relay = await testRelay();
  const line = await lineTo(relay.url);
  await line.open();
  relay.hangUpOnAll();
  const outcome = await line.send(envelope, message);
  expect(outcome.kind).toBe('unreachable');
  await line.open();
  expect(await line.send(envelope, message)).toMatchObject({ kind: 'accepted' });
  expect(relay.mails).toHaveLength(1);
});

test('closing does not wait for a server that stalls; the mail is lost', async () => {
  const relay = await testRelay();
  relay.behave({ kind: 'stall after data' });
  const line = await lineTo(relay.url);
  await line.open();
  const sending = line.send(envelope, message);
  await expect.poll(() => relay.mails.length).toBe(1);
  line.close();
  expect(await sending).toEqual({ kind: 'lost' });
});

test('after a refusal the same connection takes the next mail', async () => {
  const relay = await testRelay();
  const line = await lineTo(relay.url);
  await line.open();
  relay.behave({ kind: 'answer', at: 'rcpt', code: 550, times: 1 });
  expect(await line.send(envelope, message)).toMatchObject({ kind: 'refused', code: 550 });
  expect(line.isOpen()).toBe(true);
  expect(await line.send(envelope, message)).toMatchObject({ kind: 'accepted' });
});
