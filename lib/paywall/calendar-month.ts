/** A month of the calendar in one time zone: `name` is 2026-11. */
export type CalendarMonth = { name: string; startsAt: Date; endsAt: Date };

/** The month that it is now, where the paper is. */
export function calendarMonth(now: Date, timeZone: string): CalendarMonth {
  const [year, month] = wallClock(now, timeZone);
  return {
    name: `${year}-${String(month).padStart(2, '0')}`,
    startsAt: firstInstantOf(year, month, timeZone),
    endsAt: firstInstantOf(year, month + 1, timeZone),
  };
}

function firstInstantOf(year: number, month: number, timeZone: string): Date {
  const asIfUtc = Date.UTC(year, month - 1, 1);
  // A change of the clocks between guess and answer would shift the first guess; the second stands on its side.
  const guess = asIfUtc - offsetMs(new Date(asIfUtc), timeZone);
  return new Date(asIfUtc - offsetMs(new Date(guess), timeZone));
}

function offsetMs(instant: Date, timeZone: string): number {
  const [year, month, day, hour, minute, second] = wallClock(instant, timeZone);
  const seconds = Math.floor(instant.getTime() / 1000) * 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

function wallClock(instant: Date, timeZone: string): [number, number, number, number, number, number] {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return [read('year'), read('month'), read('day'), read('hour'), read('minute'), read('second')];
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs a hundred times what using it does, and every request of the reader variant needs it. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  formatters.set(timeZone, made);
  return made;
}
