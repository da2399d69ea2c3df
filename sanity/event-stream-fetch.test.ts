import { once } from 'node:events';
import { createClient, type SanityClient } from '@sanity/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { eventStreamFetch } from './event-stream-fetch.ts';

type Message = { open?: number; close?: number; path?: string; authorization?: string };

let server: WebSocketServer;
let sockets: WebSocket[];
let client: SanityClient;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, path: '/v1/event-streams' });
  sockets = [];
  server.on('connection', (socket) => sockets.push(socket));
  await once(server, 'listening');
  const address = server.address();
  const apiHost = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
  client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    apiHost,
    useProjectHostname: false,
    token: 'a-token',
    resolveFetch: () => fetch,
  });
  const fetch = eventStreamFetch(apiHost);
});

afterEach(async () => {
  for (const socket of server.clients) socket.terminate();
  await new Promise((resolve) => server.close(resolve));
});

/** Answers every stream the client opens; the messages that came in so far. */
function answering(status = 200): Message[] {
  const messages: Message[] = [];
  server.on('connection', (socket) => {
    socket.on('message', (text) => {
      const message: Message = JSON.parse(String(text));
      messages.push(message);
      const id = message.open;
      if (id === undefined) return;
      socket.send(JSON.stringify({ id, status, ...(status === 200 ? {} : { body: 'no' }) }));
      if (status !== 200) return;
      const data = `id: 1\nevent: welcome\ndata: {"listenerName":"l${id}"}\n\n`;
      socket.send(JSON.stringify({ id, data: data.slice(0, 20) }));
      socket.send(JSON.stringify({ id, data: data.slice(20) }));
    });
  });
  return messages;
}

/** Listens until `count` welcomes came, or the stream failed. */
function welcomes(count: number): { heard: Promise<string[]>; stop: () => void } {
  const names: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string[]>();
  const subscription = client.listen('*', {}, { events: ['welcome'] }).subscribe({
    next: (event) => {
      names.push(String(event.listenerName));
      if (names.length === count) resolve(names);
    },
    error: reject,
  });
  return { heard: promise, stop: () => subscription.unsubscribe() };
}

test('seven streams of the official client share one connection: a save still gets through', async () => {
  const messages = answering();
  const streams = Array.from({ length: 7 }, () => welcomes(1));
  const names = await Promise.all(streams.map(({ heard }) => heard));
  for (const { stop } of streams) stop();
  expect(new Set(names.flat()).size).toBe(7);
  expect(sockets).toHaveLength(1);
  expect(messages[0]?.path).toMatch(/^\/v2025-02-19\/data\/listen\/production\?query=/);
  expect(messages[0]?.authorization).toBe('Bearer a-token');
});

test('a stream nobody listens to is closed on the lake too', async () => {
  const messages = answering();
  const first = welcomes(1);
  const second = welcomes(1);
  await Promise.all([first.heard, second.heard]);
  first.stop();
  await expect.poll(() => messages.filter(({ close }) => close !== undefined)).toHaveLength(1);
  second.stop();
  await expect.poll(() => server.clients.size).toBe(0);
});

test('a lost connection is opened again by itself', { timeout: 20_000 }, async () => {
  answering();
  const { heard, stop } = welcomes(2);
  await expect.poll(() => sockets.length).toBe(1);
  await expect.poll(() => sockets[0]?.readyState).toBe(1);
  setImmediate(() => sockets[0]?.terminate());
  expect(await heard).toHaveLength(2);
  stop();
  expect(sockets).toHaveLength(2);
});

test('a refusal reaches the listener as the status it is', async () => {
  answering(401);
  await expect(welcomes(1).heard).rejects.toMatchObject({ status: 401 });
});

test('a stream that nobody listens to any more when the connection stands is never asked for', async () => {
  const messages = answering();
  const [gone, wanted] = [welcomes(1), welcomes(1)];
  gone.stop();
  await wanted.heard;
  wanted.stop();
  await expect.poll(() => messages.map(({ open, close }) => open ?? close)).toEqual([2, 2]);
  expect(sockets).toHaveLength(1);
});

test('a connection that nobody needs any more when it stands is closed again', async () => {
  answering();
  welcomes(1).stop();
  await expect.poll(() => sockets.map(({ readyState, CLOSED }) => readyState === CLOSED)).toEqual([true]);
});
