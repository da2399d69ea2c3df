import type { Summary } from '#lib/content/article.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';

/** An editor is somebody from the newsroom who looks at drafts. */
export type Reader =
  | { kind: 'anonymous' }
  | { kind: 'subscriber'; subscriberId: string }
  | { kind: 'editor' };

export type Decision =
  | { kind: 'full'; reason: 'public' | 'subscriber' | 'editor' | 'recent' | 'no-archive-rule' }
  | { kind: 'preview'; reason: 'subscribers-only' | 'archive' | 'unknown' };

type Asked = Pick<Summary, 'access' | 'firstPublishedAt'>;

const dayMs = 24 * 60 * 60 * 1000;

/** When the archive rule closes an article; null when it never does. */
export function closesAt(article: Asked, archiveRule: SiteSettings['archiveRule']): Date | null {
  if (article.access !== 'default' || archiveRule.enabled === false) return null;
  return new Date(Date.parse(article.firstPublishedAt) + archiveRule.days * dayMs);
}

/**
 * What a reader gets of an article. `public` never closes, `subscribers` always asks, `default` follows the archive
 * rule, which counts from the first publication: an update makes nothing younger. Whatever is not understood closes.
 */
export function decideAccess(
  article: Asked,
  reader: Reader,
  archiveRule: SiteSettings['archiveRule'],
  now: Date,
): Decision {
  const ofReader = reader.kind === 'subscriber' || reader.kind === 'editor' ? reader.kind : null;
  switch (article.access) {
    case 'public':
      return { kind: 'full', reason: 'public' };
    case 'subscribers':
      return ofReader ? { kind: 'full', reason: ofReader } : { kind: 'preview', reason: 'subscribers-only' };
    case 'default': {
      if (ofReader) return { kind: 'full', reason: ofReader };
      const closing = closesAt(article, archiveRule);
      if (closing === null) return { kind: 'full', reason: 'no-archive-rule' };
      return now.getTime() < closing.getTime()
        ? { kind: 'full', reason: 'recent' }
        : { kind: 'preview', reason: 'archive' };
    }
    default:
      return { kind: 'preview', reason: 'unknown' };
  }
}
