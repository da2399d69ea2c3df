import type { IncomingMessage } from 'node:http';
import { isbot } from 'isbot';
import type { Language } from '#lib/i18n/language.ts';

export type ArticleView = { language: Language; slug: string };

const articleAddress = /^(?:\/(es))?\/articles\/([A-Za-z0-9._~-]{1,200})(?:\?|$)/;
/** Files beside an article's page are for programs. */
const isFile = /\.\w+$/;
const draftCookie = /(?:^|;\s*)(?:__Host-)?draft=/;

/**
 * Which article a request opens for somebody to read; null for every other request. Nothing of who asks is returned.
 * Browsers say what a page is for (Sec-Fetch-Dest) where the connection is safe, and when they only ask again.
 */
export function articleView({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): ArticleView | null {
  const [, prefix, slug] = articleAddress.exec(url) ?? [];
  if (method !== 'GET' || slug === undefined || isFile.test(slug)) return null;
  if ((headers['sec-fetch-dest'] ?? 'document') !== 'document' || headers.rsc !== undefined) return null;
  if (headers['sec-purpose'] !== undefined || headers.purpose !== undefined) return null;
  if (/max-age=0|no-cache/.test(headers['cache-control'] ?? '')) return null;
  if (draftCookie.test(headers.cookie ?? '')) return null;
  const program = headers['user-agent'] ?? '';
  if (program === '' || isbot(program)) return null;
  return { language: prefix === 'es' ? 'es' : 'en', slug };
}
