import { expect, test } from 'vitest';
import { anEvent, atOneHour, timeZone } from './an-event.ts';
import { eventDays, eventIsOver } from './event-days.ts';

test('an event takes the days of the newsroom’s zone, not those of UTC', () => {
  const { first, last } = eventDays(anEvent(), timeZone);
  expect([`${first}`, `${last}`]).toEqual(['2027-10-31', '2027-11-02']);
  const late = eventDays(anEvent(atOneHour), timeZone);
  expect([`${late.first}`, `${late.last}`]).toEqual(['2027-09-15', '2027-09-16']);
});

test.each([
  ['whole days, in its last hour', anEvent(), '2027-11-03T04:59:59Z', false],
  ['whole days, when the day after begins', anEvent(), '2027-11-03T05:00:00Z', true],
  ['hours, before its end', anEvent(atOneHour), '2027-09-16T05:29:59Z', false],
  ['hours, at its end', anEvent(atOneHour), '2027-09-16T05:30:00Z', true],
  ['no end, hours after it began', anEvent({ ...atOneHour, end: null }), '2027-09-16T20:00:00Z', false],
  ['no end, a day after it began', anEvent({ ...atOneHour, end: null }), '2027-09-17T04:00:00Z', true],
])('whether an event of %s is over', (_name, event, now, isOver) => {
  expect(eventIsOver(event, timeZone, new Date(now))).toBe(isOver);
});
