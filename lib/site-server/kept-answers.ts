import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { ByteBoundedMap } from '#lib/page-cache/byte-bounded-map.ts';
import { isPast } from '#lib/page-cache/page-store.ts';
import { hasReaderVariant, readerCookies } from '#lib/page-cache/reader-variant.ts';
import type { RequestMarks } from '#lib/page-cache/response-status.ts';
import { siteStore } from '#lib/page-cache/site-store.ts';
import { compress, type Encoding } from './compress.ts';

/** A whole answer as it left once: while its page is kept and fresh, nobody needs to make it again. */
export type KeptAnswer = {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
  readonly compressed: Map<Encoding, Buffer | null>;
};

type Remembered = KeptAnswer & { readonly kept: NonNullable<RequestMarks['kept']>; readonly bytes: number };

/** Cookies that change nothing in a page. Any other sends the request through the framework, which knows variants. */
const harmlessCookies = onlyCookies('hint');
/** What a reader carries changes nothing in a page that all readers share. */
export const onlyReaderCookies = onlyCookies('hint', ...readerCookies);
const compressedShare = 1.5;

const answers = new ByteBoundedMap<Remembered>(64 * 1024 * 1024);

/** A plain request for a page: no query, no cookie that matters, not one of the framework's own for page data. */
export function isPlainRequest({
  method,
  url,
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || url === undefined || url.includes('?')) return false;
  if (headers.rsc !== undefined) return false;
  if (headers.cookie === undefined) return true;
  return (hasReaderVariant(url) ? harmlessCookies : onlyReaderCookies).test(headers.cookie);
}

function onlyCookies(...names: string[]): RegExp {
  return new RegExp(`^\\s*(?:(?:__Host-)?(?:${names.join('|')})=[^;]*(?:;\\s*|$))*$`);
}

/** Keeps the answer to a plain request, if it was made of an entry that is still the one in the cache. */
export function rememberAnswer(path: string, answer: KeptAnswer, kept: RequestMarks['kept']): void {
  if (!kept || siteStore().peek(kept.key)?.value !== kept.value) return;
  answers.set(path, { ...answer, kept, bytes: Math.ceil(answer.body.length * compressedShare) });
}

/** Finds the answer to a plain request. The cache decides: an entry cleared, replaced or past ends its answers. */
export function recallAnswer(path: string, now: number): KeptAnswer | null {
  const answer = answers.get(path);
  if (!answer) return null;
  const entry = siteStore().get(answer.kept.key);
  if (entry?.value !== answer.kept.value) {
    answers.delete(path);
    return null;
  }
  return isPast(entry, now) ? null : answer;
}

export function compressedBody(answer: KeptAnswer, encoding: Encoding): Buffer | null {
  const known = answer.compressed.get(encoding);
  if (known !== undefined) return known;
  const made = compress(answer.body, encoding, null);
  answer.compressed.set(encoding, made);
  return made;
}
