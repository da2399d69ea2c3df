import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type ArticleView, articleView } from '#lib/most-read/article-view.ts';
import { type RequestMarks, withRequestMarks } from '#lib/page-cache/response-status.ts';
import { failurePage } from './failure-page.ts';
import { isPlainRequest, recallAnswer } from './kept-answers.ts';
import { mayBeSubscriber, recallForSubscribers } from './kept-for-subscribers.ts';
import type { SecuritySettings } from './security-headers.ts';
import { siteResponse } from './site-response.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Longer than proxies and load balancers keep an idle connection (60 s is usual): whoever closes first must not be us,
 * or a request that is on its way then is lost with a reset.
 */
const keepAliveTimeout = 65_000;

type IsSubscriber = (request: IncomingMessage) => Promise<boolean>;

const nobodyIs: IsSubscriber = async () => false;

type CountView = (view: ArticleView) => void;

const nobodyCounts: CountView = () => undefined;

/**
 * The site's server around whoever makes the answers. Null settings mean development. `isSubscriber` asks a request's
 * session, each time: only then may it have what was made for another subscriber. `countView` is told of each article
 * that somebody opens, wherever its answer comes from.
 */
export function siteServer(
  handle: Handle,
  settings: SecuritySettings | null,
  isSubscriber: IsSubscriber = nobodyIs,
  countView: CountView = nobodyCounts,
) {
  return createServer({ ServerResponse: siteResponse(settings), keepAliveTimeout }, (request, response) => {
    const startedAt = Date.now();
    countWhenAnswered(request, response, countView);
    const kept = settings && isPlainRequest(request) ? recallAnswer(request.url ?? '/', startedAt) : null;
    if (kept) return response.sendKept(kept);
    if (!isReadable(request.url ?? '/')) {
      response.writeHead(400, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(failurePage(request.url ?? '/', 'badAddress'));
      return undefined;
    }
    if (settings && !isRead(request)) {
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' });
      response.end('This address can only be read.\n');
      return undefined;
    }
    const marks: RequestMarks = {
      startedAt,
      absent: null,
      endsAt: null,
      spokenStatus: null,
      draft: false,
      forSubscribers: false,
      tags: [],
      kept: null,
      whenAnswered: [],
    };
    appendPeer(request);
    response.once('finish', () => {
      for (const run of marks.whenAnswered) run();
    });
    const make = () => withRequestMarks(marks, () => handle(request, response));
    const path = request.url ?? '/';
    if (!settings || !mayBeSubscriber(request) || !recallForSubscribers(path, startedAt)) return make();
    return isSubscriber(request).then((is) => {
      // What was published while the session was looked up is not hidden by what was kept before.
      const shared = is ? recallForSubscribers(path, Date.now()) : null;
      return shared ? response.sendKept(shared) : make();
    }, make);
  });
}

/** Looked at before anybody takes headers off the request. Unchanged is as good as sent: its reader has the page. */
function countWhenAnswered(request: IncomingMessage, response: ServerResponse, countView: CountView): void {
  const view = articleView(request);
  if (!view) return;
  response.once('finish', () => {
    if (response.statusCode === 200 || response.statusCode === 304) countView(view);
  });
}

/** As every proxy does: the last entry is the peer we saw ourselves, whatever the ones before it claim. */
function appendPeer(request: IncomingMessage): void {
  const peer = request.socket.remoteAddress ?? 'unknown';
  const claimed = request.headers['x-forwarded-for'];
  request.headers['x-forwarded-for'] = claimed === undefined ? peer : `${claimed}, ${peer}`;
}

/** The framework makes a whole page of any method. Forms and programs post to /api, where routes have their own. */
function isRead({ method, url = '/' }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD' || url.startsWith('/api/');
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
