import { originalId, type Summary } from '#lib/content/article.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { decideAccess, type Reader } from './decide-access.ts';
import { type Meter, type MeterRules, spendOn } from './meter.ts';

type Asked = {
  article: Summary;
  reader: Reader;
  meter: Meter;
  rules: MeterRules;
  archiveRule: SiteSettings['archiveRule'];
};

/** `open`: this reader has the whole text already, so it costs nothing. */
export type Continuation = { kind: 'open' } | { kind: 'spent'; meter: Meter } | { kind: 'used-up' };

/** What a press of "Continue reading" does: only an article that is closed to this reader, and that a free one opens, costs. */
export function continueReading(
  { article, reader, meter, rules, archiveRule }: Asked,
  now: Date,
): Continuation {
  const isWholeFor = (who: Reader) => decideAccess(article, who, archiveRule, now).kind === 'full';
  if (isWholeFor(reader)) return { kind: 'open' };
  const after = isWholeFor({ kind: 'metered' }) ? spendOn(meter, rules, originalId(article)) : null;
  return after ? { kind: 'spent', meter: after } : { kind: 'used-up' };
}
