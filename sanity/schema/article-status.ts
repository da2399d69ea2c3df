type Flags = { withdrawn?: boolean; legalHold?: boolean };

/** What an editor must know before touching an article, in one word; null when it simply is what it is. */
export function articleStatus(flags: Flags | undefined, embargoUntil: string | undefined, now: number) {
  if (flags?.withdrawn) return 'withdrawn';
  if (flags?.legalHold) return 'legal hold';
  if (embargoUntil && Date.parse(embargoUntil) > now) return 'embargoed';
  return null;
}
