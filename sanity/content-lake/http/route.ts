import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../auth/caller.ts';
import type { Lake } from '../lake.ts';
import type { Reply } from './reply.ts';

export type LakeRequest = {
  lake: Lake;
  message: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** `2025-02-19`, `1` or `X`; empty for the paths that have none. */
  version: string;
  path: Record<string, string>;
  caller: Caller;
  now: Date;
};

export type Handler = (request: LakeRequest) => Reply | Promise<Reply>;
export type RouteTo<Target> = { method: string; segments: readonly string[]; handler: Target };
export type Route = RouteTo<Handler>;

/** `route('GET', 'data/query/:dataset', …)`; a last segment `*rest` takes everything that follows. */
export function route(method: string, pattern: string, handler: Handler): Route {
  return { method, segments: pattern.split('/'), handler };
}

/**
 * `/v2025-02-19/data/query/x` → version and the path behind it. A client that names its dataset as a
 * resource asks `/projects/p/datasets/x/query` instead: that is the same endpoint.
 */
export function splitVersion(pathname: string): { version: string; pathname: string } {
  const [, version = '', rest = pathname] = /^\/v(\d+|X|\d{4}-\d{2}-\d{2})(\/.*)$/.exec(pathname) ?? [];
  const resource = /^\/projects\/[^/]+\/datasets\/([^/]+)\/(live\/events|[a-z]+)(\/.*)?$/.exec(rest);
  const [, dataset, operation = '', subject = ''] = resource ?? [];
  if (!dataOperations.has(operation)) return { version, pathname: rest };
  return { version, pathname: `/data/${operation}/${dataset}${subject}` };
}

const dataOperations = new Set('query doc mutate actions listen live/events history export'.split(' '));

export type Match<Target> =
  | { kind: 'found'; handler: Target; path: Record<string, string> }
  | { kind: 'wrong-method' }
  | { kind: 'unknown' };

export function matchRoute<Target>(
  routes: readonly RouteTo<Target>[],
  method: string,
  pathname: string,
): Match<Target> {
  const segments = pathname.split('/').filter((segment) => segment !== '');
  let isKnown = false;
  for (const candidate of routes) {
    const path = matchSegments(candidate.segments, segments);
    if (!path) continue;
    if (candidate.method === method || (method === 'HEAD' && candidate.method === 'GET')) {
      return { kind: 'found', handler: candidate.handler, path };
    }
    isKnown = true;
  }
  return { kind: isKnown ? 'wrong-method' : 'unknown' };
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  const path: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith('*')) {
      path[part.slice(1)] = segments.slice(index).map(decode).join('/');
      return path;
    }
    const segment = segments[index];
    if (segment === undefined) return null;
    if (part.startsWith(':')) path[part.slice(1)] = decode(segment);
    else if (part !== segment) return null;
  }
  return segments.length === pattern.length ? path : null;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray percent sign is part of the name then.
    return segment;
  }
}
