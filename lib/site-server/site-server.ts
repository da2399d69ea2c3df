import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type RequestMarks, withRequestMarks } from '#lib/page-cache/response-status.ts';
import { failurePage } from './failure-page.ts';
import { isPlainRequest, recallAnswer } from './kept-answers.ts';
import type { SecuritySettings } from './security-headers.ts';
import { siteResponse } from './site-response.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Longer than proxies and load balancers keep an idle connection (60 s is usual): whoever closes first must not be us,
 * or a request that is on its way then is lost with a reset.
 */
const keepAliveTimeout = 65_000;

/** The site's server around whoever makes the answers. Null settings mean development. */
export function siteServer(handle: Handle, settings: SecuritySettings | null) {
  return createServer({ ServerResponse: siteResponse(settings), keepAliveTimeout }, (request, response) => {
    const startedAt = Date.now();
    const kept = settings && isPlainRequest(request) ? recallAnswer(request.url ?? '/', startedAt) : null;
    if (kept) return response.sendKept(kept);
    if (!isReadable(request.url ?? '/')) {
      response.writeHead(400, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(failurePage(request.url ?? '/', 'badAddress'));
      return undefined;
    }
    const marks: RequestMarks = {
      startedAt,
      absent: null,
      endsAt: null,
      spokenStatus: null,
      draft: false,
      kept: null,
      whenAnswered: [],
    };
    appendPeer(request);
    response.once('finish', () => {
      for (const run of marks.whenAnswered) run();
    });
    return withRequestMarks(marks, () => handle(request, response));
  });
}

/** As every proxy does: the last entry is the peer we saw ourselves, whatever the ones before it claim. */
function appendPeer(request: IncomingMessage): void {
  const peer = request.socket.remoteAddress ?? 'unknown';
  const claimed = request.headers['x-forwarded-for'];
  request.headers['x-forwarded-for'] = claimed === undefined ? peer : `${claimed}, ${peer}`;
}

/** The framework answers 500 to a path that is not well-formed percent-encoding (RFC 3986, 2.1). */
function isReadable(address: string): boolean {
  try {
    decodeURIComponent(address.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
