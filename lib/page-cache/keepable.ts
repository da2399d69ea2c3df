import { finishPage } from './finish-page.ts';
import { internalHeaders } from './internal-headers.ts';
import type { Keepable } from './site-store.ts';

const cacheTagsHeader = 'x-next-cache-tags';
const bytesPerEntry = 512;

export function shelfOf(value: Keepable): 'pages' | 'errors' | 'data' {
  if ('data' in value) return 'data';
  return 'status' in value && (value.status ?? 200) >= 400 ? 'errors' : 'pages';
}

export function tagsOf(value: Keepable): string[] {
  const header = 'headers' in value ? value.headers?.[cacheTagsHeader] : undefined;
  return typeof header === 'string' ? header.split(',') : [];
}

/** About how much memory a value takes; texts count double because most pages hold a character beyond Latin-1. */
export function weigh(key: string, value: Keepable): number {
  let bytes = bytesPerEntry + 2 * key.length;
  if ('html' in value) bytes += 2 * value.html.length;
  if ('rscData' in value) {
    bytes += value.rscData?.length ?? 0;
    for (const segment of value.segmentData?.values() ?? []) bytes += segment.length;
  }
  if ('data' in value) bytes += 2 * value.data.body.length;
  if ('body' in value) bytes += value.body.length;
  return bytes;
}

/**
 * Changes a rendered page in place, because the framework sends the very object that it hands over to be kept: so
 * the reader who caused the render gets the same bytes, status and policy as those who come after.
 */
export function finishKeepable(value: Keepable, absent: 404 | 410 | null): void {
  if (!('rscData' in value)) return;
  const headers = { ...value.headers };
  if (headers[internalHeaders.scriptHashes] !== undefined) return;
  const { html, hashes } = finishPage(value.html);
  headers[internalHeaders.scriptHashes] = hashes.scripts.join(' ');
  headers[internalHeaders.styleHashes] = hashes.styles.join(' ');
  headers[internalHeaders.frames] = hashes.frames.join(' ');
  // A browser or proxy that kept a page by its lifetime would show the old text after a publish: it has to ask.
  headers['cache-control'] = 'public, max-age=0, must-revalidate';
  value.html = html;
  value.headers = headers;
  if (absent && (value.status ?? 200) === 200) value.status = absent;
}
