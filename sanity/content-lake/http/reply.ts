import type { ServerResponse } from 'node:http';

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

export function send(response: ServerResponse, reply: Reply): void {
  if (reply.kind === 'taken' || response.headersSent) return;
  const body = reply.kind === 'json' ? JSON.stringify(reply.body) : reply.body;
  const defaults =
    reply.kind === 'json'
      ? { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
      : {};
  response.writeHead(reply.status, {
    'x-content-type-options': 'nosniff',
    ...defaults,
    ...reply.headers,
    'content-length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
