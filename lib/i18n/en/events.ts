export const events = {
  events: {
    title: 'Events',
    description: 'What is on along the coast, and when.',
    subscribe: 'Add all to your calendar',
    addOne: 'Add to your calendar',
    empty: 'Nothing is announced at the moment.',
    emptyHelp: 'What has been on is told in the stories of the front page.',
    all: 'All events',
    when: 'When',
    where: 'Where',
    more: (host: string) => `More on ${host}`,
    until: 'until',
    over: 'This is over.',
    state: { scheduled: '', postponed: 'Postponed', cancelled: 'Cancelled' },
  },
};

export type EventTexts = typeof events;
