import type { Summary } from '#lib/content/article.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';

/**
 * Who is reading one article. Metered: it is among the free ones that this browser has opened this month. Gifted: a
 * subscriber has given it. An editor is somebody from the newsroom who looks at drafts.
 */
export type Reader =
  | { kind: 'anonymous' }
  | { kind: 'metered' }
  | { kind: 'gifted' }
  | { kind: 'subscriber'; subscriberId: string }
  | { kind: 'editor' };

const openReasons = ['public', 'recent', 'no-archive-rule'] as const;
type OpenReason = (typeof openReasons)[number];

export type Decision =
  | { kind: 'full'; reason: OpenReason | Exclude<Reader['kind'], 'anonymous'> }
  | { kind: 'preview'; reason: 'subscribers-only' | 'archive' | 'unknown' };

type Asked = Pick<Summary, 'access' | 'giftable' | 'firstPublishedAt'>;

const dayMs = 24 * 60 * 60 * 1000;

/** When the archive rule closes an article; null when it never does. */
export function closesAt(
  article: Omit<Asked, 'giftable'>,
  archiveRule: SiteSettings['archiveRule'],
): Date | null {
  if (article.access !== 'default' || archiveRule.enabled === false) return null;
  return new Date(Date.parse(article.firstPublishedAt) + archiveRule.days * dayMs);
}

/**
 * What a reader gets of an article. `public` never closes, `subscribers` always asks, `default` follows the archive
 * rule, which counts from the first publication: an update makes nothing younger. Who the reader is matters only for
 * what is closed to everybody else, so nobody spends a free article on an open one. Whatever is not understood closes.
 */
export function decideAccess(
  article: Asked,
  reader: Reader,
  archiveRule: SiteSettings['archiveRule'],
  now: Date,
): Decision {
  const forAll = decideForAll(article, archiveRule, now);
  if (forAll.kind === 'full' || forAll.reason === 'unknown') return forAll;
  const reason = reasonOf(reader, article);
  return reason ? { kind: 'full', reason } : forAll;
}

/** Whether everybody gets what this reader got: what search engines are told, and what the wall hides. */
export function isOpenToAll(decision: Decision): boolean {
  const open: readonly string[] = openReasons;
  return decision.kind === 'full' && open.includes(decision.reason);
}

/** Whether all subscribers get the page that this reader gets. A wall says what is left in one browser. */
export function isSameForSubscribers(reader: Reader, decision: Decision): boolean {
  return reader.kind === 'subscriber' && decision.kind === 'full';
}

function decideForAll(article: Asked, archiveRule: SiteSettings['archiveRule'], now: Date): Decision {
  switch (article.access) {
    case 'public':
      return { kind: 'full', reason: 'public' };
    case 'subscribers':
      return { kind: 'preview', reason: 'subscribers-only' };
    case 'default': {
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

/** An article that editors take out of giving closes for those who were given it, too. */
function reasonOf(reader: Reader, { giftable }: Asked): Exclude<Reader['kind'], 'anonymous'> | null {
  switch (reader.kind) {
    case 'subscriber':
    case 'editor':
    case 'metered':
      return reader.kind;
    case 'gifted':
      return giftable === true ? 'gifted' : null;
    default:
      return null;
  }
}
