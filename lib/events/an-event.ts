import type { NewsEvent } from '#lib/content/event.ts';

/** For tests: three days of whole days in Quintana Roo, which is five hours behind UTC. */
export function anEvent(changes: Partial<NewsEvent> = {}): NewsEvent {
  return {
    id: 'event-hanal-pixan',
    slug: 'hanal-pixan',
    title: 'Hanal Pixán, the food of the souls; a feast',
    description: 'The first day is for the children.\nThe second for the adults.',
    start: '2027-10-31T05:00:00Z',
    end: '2027-11-02T05:00:00Z',
    allDay: true,
    state: 'scheduled',
    place: { id: 'place-merida', slug: 'merida', title: 'Mérida' },
    moreUrl: null,
    changedAt: '2026-11-01T12:00:00Z',
    ...changes,
  };
}

export const timeZone = 'America/Cancun';

export const atOneHour = {
  start: '2027-09-16T04:00:00Z',
  end: '2027-09-16T05:30:00Z',
  allDay: false,
} as const;
