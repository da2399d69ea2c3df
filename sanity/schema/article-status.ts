export type ArticleStatus = 'withdrawn' | 'legal hold' | 'embargoed';

/** What keeps an article from its readers although it is published; null when nothing does. */
export function articleStatus(flags: unknown, embargoUntil: unknown, now: number): ArticleStatus | null {
  const set = (name: string) =>
    Object.entries(flags ?? {}).some(([flag, on]) => flag === name && on === true);
  if (set('withdrawn')) return 'withdrawn';
  if (set('legalHold')) return 'legal hold';
  if (typeof embargoUntil === 'string' && Date.parse(embargoUntil) > now) return 'embargoed';
  return null;
}
