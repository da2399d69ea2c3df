const written =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,6})?)?(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?)?$/i;

/**
 * A date, or a date and a time; without a time zone it counts as UTC, as the usual exports mean it. Null for anything
 * else, 30 February and "03/04/2025" (two dates) included.
 */
export function readInstant(words: string): Date | null {
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = written.exec(words.trim()) ?? [];
  if (!day) return null;
  const offset = /^(Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null;
  const instant = new Date(`${day}T${minutes}${seconds}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
