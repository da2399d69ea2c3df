/** How many whole years ago something was, and from when it is one more. */
export function ageOf(instant: string, now: Date): { years: number; nextAt: Date } {
  const then = new Date(instant);
  const passed = now.getUTCFullYear() - then.getUTCFullYear();
  const years = Math.max(0, anniversary(then, passed) <= now ? passed : passed - 1);
  return { years, nextAt: anniversary(then, years + 1) };
}

function anniversary(then: Date, years: number): Date {
  const day = new Date(then);
  day.setUTCFullYear(then.getUTCFullYear() + years);
  return day;
}
