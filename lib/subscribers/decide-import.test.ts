import { expect, test } from 'vitest';
import { decideImport, type ImportRow } from './decide-import.ts';

const now = new Date('2026-01-15T17:00:00Z');
const row = (state: ImportRow['state']): ImportRow => ({
  line: 2,
  email: { address: 'reader@example.com', key: 'reader@example.com' },
  state,
  language: 'en',
  sourcePath: null,
  createdAt: now,
  confirmedAt: state === 'confirmed' ? now : null,
  unsubscribedAt: null,
  listIds: [],
});
const states = ['pending', 'confirmed', 'unsubscribed', 'suppressed'] as const;

/** What each state of a row may do (down) to each state that the address has here (across). */
const table = {
  // here:       nobody   pending    confirmed  unsubscribed suppressed
  pending: ['add', 'already there', 'refuse', 'refuse', 'refuse'],
  confirmed: ['add', 'confirm', 'already there', 'refuse', 'refuse'],
  unsubscribed: ['add', 'refuse', 'refuse', 'already there', 'refuse'],
  suppressed: ['add', 'refuse', 'refuse', 'refuse', 'already there'],
} as const;

test.each(
  states.flatMap((state) =>
    [null, ...states].map((here, place) => [state, here ?? 'nobody', table[state][place], here] as const),
  ),
)('a %s row for an address that is %s here: %s', (state, _, expected, here) => {
  expect(decideImport(row(state), { state: here, suppression: null }).kind).toBe(expected);
});

test.each(states)('no %s row brings back or confirms an address that was erased', (state) => {
  const decide = (here: 'pending' | null) =>
    decideImport(row(state), { state: here, suppression: 'erased' }).kind;
  expect(decide(null)).toBe(state === 'suppressed' ? 'suppress' : 'refuse');
  expect(['refuse', 'already there']).toContain(decide('pending'));
});

test.each(['complaint', 'bounce', 'asked by letter'])(
  'nobody who gets no mail for "%s" comes in',
  (reason) => {
    for (const here of [null, ...states]) {
      expect(decideImport(row('confirmed'), { state: here, suppression: reason }).kind).toBe('refuse');
    }
  },
);
