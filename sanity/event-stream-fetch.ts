import type { ClientConfig } from '@sanity/client';
import { EventSocket } from './event-socket.ts';

type Fetch = ReturnType<NonNullable<ClientConfig['resolveFetch']>>;
type Request = NonNullable<Parameters<Fetch>[1]>;

const eventStream = /^\/v[^/]+\/data\/(?:listen|live\/events)\//;
const encoder = new TextEncoder();

/**
 * A `fetch` for the official client that carries every event stream over one WebSocket of the lake. Browsers open
 * six HTTP/1.1 connections to a host, and an open document in Studio holds six streams: no save would get through.
 * Everything else goes the ordinary way.
 */
export function eventStreamFetch(apiHost: string): Fetch {
  const socket = new EventSocket(`${apiHost.replace(/^http/, 'ws').replace(/\/+$/, '')}/v1/event-streams`);
  return (address, init) => {
    const { pathname, search } = new URL(address);
    if (!eventStream.test(pathname)) return globalThis.fetch(address, init);
    return openStream(socket, pathname + search, init ?? {});
  };
}

function openStream(socket: EventSocket, path: string, { headers, signal }: Request): Promise<Response> {
  const given = new Headers(headers);
  const authorization = given.get('authorization');
  const lastEventId = given.get('last-event-id');
  const request = { path, ...(authorization && { authorization }), ...(lastEventId && { lastEventId }) };
  return new Promise((resolve, reject) => {
    let events: ReadableStreamDefaultController<Uint8Array> | undefined;
    const fail = (cause: Error) => {
      reject(cause);
      events?.error(cause);
    };
    const id = socket.open(request, {
      answer: (status, refusal) => {
        if (status !== 200) return resolve(new Response(refusal ?? null, { status }));
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => {
            events = controller;
          },
          cancel: () => socket.close(id),
        });
        resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
      },
      push: (text) => events?.enqueue(encoder.encode(text)),
      end: () => events?.close(),
      fail,
    });
    signal?.addEventListener('abort', () => {
      socket.close(id);
      fail(new DOMException('The stream was closed.', 'AbortError'));
    });
  });
}
