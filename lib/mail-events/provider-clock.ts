const earlyMs = 5 * 60_000;
const lateMs = 12 * 3_600_000;

/**
 * Whether a provider's signature is of our time. Providers try again for hours, and none says that it signs anew then;
 * receipts are kept for a day, so that within these hours a message counts once all the same.
 */
export function isTimely(seconds: number, now: Date): boolean {
  const age = now.getTime() - seconds * 1000;
  return age >= -earlyMs && age <= lateMs;
}
