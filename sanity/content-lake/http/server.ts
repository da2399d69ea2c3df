import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { anonymous, type Caller, unauthorized } from '../auth/caller.ts';
import type { Lake } from '../lake.ts';
import { isDiskFull } from '../store/database.ts';
import { corsHeaders } from './cors.ts';
import { httpError, LakeError } from './lake-error.ts';
import { json, type Reply, send } from './reply.ts';
import { matchRoute, type Route, splitVersion } from './route.ts';
import type { Underway } from './underway.ts';

const patience = {
  /** Uploads of large pictures over a slow line take longer than Node's default allows. */
  requestMilliseconds: 600_000,
  /** A connection on which nothing moves, in a download that nobody reads say. Event streams have none. */
  silenceMilliseconds: 600_000,
  /** Longer than a proxy keeps an idle connection: a request on its way must not meet our closing. */
  idleMilliseconds: 65_000,
} as const;

export function createLakeServer(lake: Lake, routes: readonly Route[], underway: Underway): Server {
  const server = createServer({ keepAlive: true }, (message, response) => {
    underway.begin(response);
    for (const [name, value] of Object.entries(corsHeaders(message, lake.corsOrigins))) {
      response.setHeader(name, value);
    }
    if (message.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    answer(lake, routes, message, response)
      .then((reply) => {
        const isStream = reply.kind === 'taken' && !response.writableEnded;
        return isStream ? underway.leave(response) : send(response, reply);
      })
      .catch((error: unknown) => fail(response, error));
  });
  server.requestTimeout = patience.requestMilliseconds;
  server.timeout = patience.silenceMilliseconds;
  server.keepAliveTimeout = patience.idleMilliseconds;
  return server;
}

async function answer(
  lake: Lake,
  routes: readonly Route[],
  message: IncomingMessage,
  response: ServerResponse,
): Promise<Reply> {
  const url = parseUrl(message.url ?? '/');
  const { version, pathname } = splitVersion(url.pathname);
  const match = matchRoute(routes, message.method ?? 'GET', pathname);
  if (match.kind === 'unknown') throw httpError(404, 'No such endpoint');
  if (match.kind === 'wrong-method') throw httpError(405, `${message.method} is not allowed here`);
  const now = lake.clock();
  const caller = callerOf(lake, message.headers.authorization, now);
  return match.handler({ lake, message, response, url, version, path: match.path, caller, now });
}

export function callerOf(lake: Lake, authorization: string | undefined, now: Date): Caller {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) return anonymous;
  const caller = lake.tokens.find(token, now);
  if (!caller) throw unauthorized();
  return caller;
}

function parseUrl(target: string): URL {
  const url = URL.parse(target, 'http://lake');
  if (!url) throw httpError(400, 'The URL cannot be read');
  return url;
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof LakeError) {
    void send(response, json(error.body, error.status, error.headers));
    return;
  }
  if (isDiskFull(error)) {
    console.error('lake.disk.full', response.req.method);
    const { body, status } = httpError(507, 'The disk of the content lake is full; nothing was written');
    send(response, json(body, status));
    return;
  }
  console.error('lake.request.failed', response.req.method, response.req.url?.split('?')[0], error);
  void send(
    response,
    json({ statusCode: 500, error: 'Internal Server Error', message: 'The lake failed' }, 500),
  );
}
