import type { IncomingMessage } from 'node:http';
import { ByteBoundedMap } from '#lib/page-cache/byte-bounded-map.ts';
import { hasReaderVariant } from '#lib/page-cache/reader-variant.ts';
import type { RequestMarks } from '#lib/page-cache/response-status.ts';
import { siteStore } from '#lib/page-cache/site-store.ts';
import { isPlainRequest, type KeptAnswer, onlyReaderCookies } from './kept-answers.ts';

type Remembered = KeptAnswer & {
  readonly startedAt: number;
  readonly tags: string[];
  readonly endsAt: number;
  readonly bytes: number;
};

/** What lost webhooks change shows after this time at the latest, beside the age of the data itself. */
const longestMs = 60_000;
const compressedShare = 1.5;
const sessionCookie = /(?:^|;\s*)(?:__Host-)?session=/g;

const answers = new ByteBoundedMap<Remembered>(32 * 1024 * 1024);

/**
 * A plain request for an article with one session: whether it is one, its session must say each time. Any cookie that
 * readers do not carry, a draft's above all, goes the long way.
 */
export function mayBeSubscriber(request: IncomingMessage): boolean {
  const { url = '', headers } = request;
  const { cookie = '' } = headers;
  if (!hasReaderVariant(url) || cookie.match(sessionCookie)?.length !== 1) return false;
  return (
    isPlainRequest({ method: request.method, url, headers: { ...headers, cookie: undefined } }) &&
    onlyReaderCookies.test(cookie)
  );
}

/** Keeps what a page made for a subscriber, if it says that all subscribers get the same. */
export function rememberForSubscribers(
  path: string,
  answer: KeptAnswer,
  marks: RequestMarks | undefined,
): void {
  if (!marks?.forSubscribers || marks.draft || siteStore().clearedSince(marks.tags, marks.startedAt)) return;
  const { startedAt, tags } = marks;
  const endsAt = Math.min(marks.endsAt ?? Number.POSITIVE_INFINITY, startedAt + longestMs);
  const bytes = Math.ceil(answer.body.length * compressedShare);
  answers.set(path, { ...answer, startedAt, endsAt, tags: [...new Set(tags)], bytes });
}

/** For whoever has just been seen to be a subscriber. What was cleared since it was begun, or is old, is none. */
export function recallForSubscribers(path: string, now: number): KeptAnswer | null {
  const answer = answers.get(path);
  if (!answer) return null;
  const { startedAt, tags, endsAt } = answer;
  if (endsAt > now && !siteStore().clearedSince(tags, startedAt)) return answer;
  answers.delete(path);
  return null;
}
