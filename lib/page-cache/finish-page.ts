import { type InlineHashes, inlineHashes } from './inline-hashes.ts';

/**
 * The one step between a rendered page and its readers: pure, done once when the page enters the cache (or leaves,
 * if it is not cached). Whoever changes a page's scripts does it here, before they are hashed.
 */
export function finishPage(html: string): { html: string; hashes: InlineHashes } {
  return { html, hashes: inlineHashes(html) };
}
