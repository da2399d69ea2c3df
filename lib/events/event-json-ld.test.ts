import { expect, test } from 'vitest';
import { anEvent, atOneHour, timeZone } from './an-event.ts';
import { eventJsonLd } from './event-json-ld.ts';

const where = { url: 'https://news.example/events/hanal-pixan', language: 'en', timeZone };

test('search engines are told whole days as dates and hours as instants', () => {
  expect(eventJsonLd(anEvent(), where)).toMatchObject({
    '@type': 'Event',
    startDate: '2027-10-31',
    endDate: '2027-11-02',
    eventStatus: 'https://schema.org/EventScheduled',
    location: { '@type': 'Place', name: 'Mérida' },
  });
  expect(eventJsonLd(anEvent(atOneHour), where)).toMatchObject({ startDate: atOneHour.start });
});

test('and when it does not take place', () => {
  expect(eventJsonLd(anEvent({ state: 'cancelled' }), where)).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
  });
});
