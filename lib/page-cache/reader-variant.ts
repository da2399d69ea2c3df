/**
 * Whoever carries one of these cookies may get another article than everybody: next.config.ts leads them to the reader
 * variant. Over TLS their names begin with __Host-.
 */
export const readerCookies = ['session', 'meter', 'gift', 'pending'] as const;

/** Only articles have such a variant: every other page is the same for all. */
export function hasReaderVariant(path: string): boolean {
  return /^(?:\/es)?\/articles\//.test(path);
}
