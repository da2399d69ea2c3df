import type { IncomingMessage } from 'node:http';
import type { CorsOrigins } from '../projects/cors-origins.ts';

/** Only configured origins may read answers with a browser's credentials; others get no CORS headers. */
export function corsHeaders(message: IncomingMessage, corsOrigins: CorsOrigins): Record<string, string> {
  const origin = message.headers.origin;
  const known = corsOrigins.find(origin);
  if (!known || origin === undefined) return { vary: 'origin' };
  const wanted = message.headers['access-control-request-headers'];
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    ...(known.allowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-expose-headers': 'content-length, etag, x-sanity-transaction-id, retry-after',
    'access-control-max-age': '600',
    ...(wanted === undefined ? {} : { 'access-control-allow-headers': wanted }),
  };
}
