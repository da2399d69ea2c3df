import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { NewsEvent } from '#lib/content/event.ts';
import { anEvent, atOneHour, timeZone } from './an-event.ts';
import { eventCalendar } from './event-calendar.ts';

const calendar = {
  name: 'The Paper: Events',
  timeZone,
  language: 'en',
  host: 'news.example',
  urlOf: (event: NewsEvent) => `https://news.example/events/${event.slug}`,
};

function readBack(events: NewsEvent[]) {
  const text = eventCalendar(events, calendar);
  const root = new ICAL.Component(ICAL.parse(text));
  return { text, events: root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)), root };
}

test('another program reads the same days, words and address out of the file', () => {
  const [event] = readBack([anEvent()]).events;
  expect(event?.startDate.toString()).toBe('2027-10-31');
  expect(event?.endDate.toString()).toBe('2027-11-03');
  expect(event?.summary).toBe('Hanal Pixán, the food of the souls; a feast');
  expect(event?.description).toBe('The first day is for the children.\nThe second for the adults.');
  expect(event?.location).toBe('Mérida');
  expect(event?.uid).toBe('event-hanal-pixan@news.example');
  expect(event?.component.getFirstPropertyValue('url')).toBe('https://news.example/events/hanal-pixan');
});

test('an hour is an instant, wherever the reader’s calendar is', () => {
  const [event] = readBack([anEvent(atOneHour)]).events;
  expect(event?.startDate.toJSDate().toISOString()).toBe('2027-09-16T04:00:00.000Z');
  expect(event?.endDate.toJSDate().toISOString()).toBe('2027-09-16T05:30:00.000Z');
});

test('a cancelled event says so to calendars that took it in before', () => {
  const [event] = readBack([anEvent({ state: 'cancelled' })]).events;
  expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('lines end and fold as RFC 5545 wants, and a file without events is one still', () => {
  const { text } = readBack([anEvent({ description: 'á'.repeat(300) })]);
  const lines = text.split('\r\n');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(readBack([]).root.getFirstPropertyValue('version')).toBe('2.0');
});
