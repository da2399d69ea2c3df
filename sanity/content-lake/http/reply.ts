import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isSmall, jsonInTurns } from './json-in-turns.ts';

/** What a handler gives back. A handler that takes over the connection (event streams) answers `taken`. */
export type Reply =
  | { kind: 'json'; status: number; body: unknown; headers?: Record<string, string> }
  | { kind: 'bytes'; status: number; body: Buffer | string; headers: Record<string, string> }
  | { kind: 'taken' };

export function json(body: unknown, status = 200, headers?: Record<string, string>): Reply {
  return headers ? { kind: 'json', status, body, headers } : { kind: 'json', status, body };
}

export function bytes(body: Buffer | string, headers: Record<string, string>, status = 200): Reply {
  return { kind: 'bytes', status, body, headers };
}

export async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.kind === 'taken' || response.headersSent) return;
  const defaults =
    reply.kind === 'json'
      ? { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
      : {};
  const headers = { 'x-content-type-options': 'nosniff', ...defaults, ...reply.headers };
  const isHead = response.req.method === 'HEAD';
  if (reply.kind === 'json' && !isHead && !isSmall(reply.body)) {
    response.writeHead(reply.status, headers);
    await pipeline(jsonInTurns(reply.body), response);
    return;
  }
  const body = reply.kind === 'json' ? JSON.stringify(reply.body) : reply.body;
  response.writeHead(reply.status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(isHead ? undefined : body);
}
