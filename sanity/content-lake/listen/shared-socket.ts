import type { WebSocket } from 'ws';
import { isRecord } from '../dataset/document.ts';
import { LakeError } from '../http/lake-error.ts';
import { matchRoute, splitVersion } from '../http/route.ts';
import { callerOf } from '../http/server.ts';
import type { Lake } from '../lake.ts';
import { sendFrame } from './send-frame.ts';
import { streamPaths } from './stream-endpoints.ts';
import type { OpenStream } from './stream-request.ts';

type Opening = {
  id: string | number;
  path: string;
  authorization: string | undefined;
  lastEventId: string | null;
};

const routes = streamPaths.map(({ pattern, open }) => ({
  method: 'GET',
  segments: pattern.split('/'),
  handler: open,
}));
const limits = { streams: 100 } as const;

type Closers = Set<() => void>;

/**
 * Many event streams over one WebSocket. A browser opens six HTTP/1.1 connections to a host and Studio
 * holds that many streams for a single document: with a second tab, saving would wait for ever.
 */
export function serveSharedSocket(lake: Lake, socket: WebSocket): void {
  const streams = new Map<string | number, Closers>();
  const tell = (frame: object) => sendFrame(socket, JSON.stringify(frame));
  const close = (id: string | number) => {
    const closers = streams.get(id) ?? [];
    streams.delete(id);
    for (const closer of closers) closer();
  };
  const open = async (opening: Opening): Promise<void> => {
    const { id } = opening;
    close(id);
    const closers: Closers = new Set();
    streams.set(id, closers);
    try {
      if (streams.size > limits.streams) throw tooMany();
      const begin = await openStream(lake, opening);
      // Closed, or opened anew, while its filter was read.
      if (streams.get(id) !== closers) return;
      tell({ id, status: 200 });
      begin({
        send: (data) => tell({ id, data }),
        close: () => close(id),
        onClose: (closer) => closers.add(closer),
      });
    } catch (error) {
      if (streams.get(id) === closers) close(id);
      tell({ id, ...refusal(error) });
    }
  };

  socket.on('message', (data) => {
    const frame = parseFrame(String(data));
    if (frame.kind === 'close') close(frame.id);
    if (frame.kind === 'open') open(frame.opening);
  });
  socket.on('close', () => {
    for (const id of [...streams.keys()]) close(id);
  });
}

function tooMany(): LakeError {
  return new LakeError(429, 'Too many streams', { message: 'Too many streams on one socket' });
}

async function openStream(lake: Lake, { path, authorization, lastEventId }: Opening): ReturnType<OpenStream> {
  const url = URL.parse(path, 'http://lake');
  const match = url && matchRoute(routes, 'GET', splitVersion(url.pathname).pathname);
  if (!url || match?.kind !== 'found')
    throw new LakeError(404, 'No such stream', { message: 'No such stream' });
  const caller = callerOf(lake, authorization, lake.clock());
  return match.handler({ lake, url, path: match.path, caller, authorization, lastEventId });
}

function refusal(error: unknown): { status: number; body: string } {
  if (error instanceof LakeError) return { status: error.status, body: JSON.stringify(error.body) };
  console.error('lake.stream.failed', error);
  return { status: 500, body: JSON.stringify({ message: 'The lake failed' }) };
}

type Frame =
  | { kind: 'open'; opening: Opening }
  | { kind: 'close'; id: string | number }
  | { kind: 'unreadable' };

function parseFrame(text: string): Frame {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  if (!isRecord(value)) return { kind: 'unreadable' };
  if (isId(value.close)) return { kind: 'close', id: value.close };
  if (!isId(value.open) || typeof value.path !== 'string') return { kind: 'unreadable' };
  const { authorization, lastEventId } = value;
  return {
    kind: 'open',
    opening: {
      id: value.open,
      path: value.path,
      authorization: typeof authorization === 'string' ? authorization : undefined,
      lastEventId: typeof lastEventId === 'string' ? lastEventId : null,
    },
  };
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
