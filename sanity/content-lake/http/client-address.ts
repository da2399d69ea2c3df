import type { IncomingMessage } from 'node:http';

/**
 * The scheme and host by which the client called: what it is told to come back to. A proxy's word is
 * taken only where there is one, because anybody can send these headers.
 */
export function originCalled({ headers }: IncomingMessage, trustsProxy: boolean): string {
  const scheme = (trustsProxy && lastOf(headers['x-forwarded-proto'])) || 'http';
  const host = (trustsProxy && lastOf(headers['x-forwarded-host'])) || headers.host || 'localhost';
  return `${scheme === 'https' ? 'https' : 'http'}://${host}`;
}

/** Whom to count attempts for: behind a proxy everybody comes from the proxy's own address. */
export function clientAddress({ headers, socket }: IncomingMessage, trustsProxy: boolean): string {
  return (trustsProxy && lastOf(headers['x-forwarded-for'])) || socket.remoteAddress || 'unknown';
}

/** The nearest proxy writes last; what stands before came from outside. */
function lastOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.join(',') : header;
  return text?.split(',').at(-1)?.trim();
}
