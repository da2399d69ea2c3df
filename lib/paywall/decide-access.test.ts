import { describe, expect, test } from 'vitest';
import {
  type Decision,
  decideAccess,
  isOpenToAll,
  isSameForSubscribers,
  type Reader,
} from './decide-access.ts';

const firstPublishedAt = '2025-02-01T12:00:00Z';
const rule = { enabled: true, days: 365 };
const off = { enabled: false, days: 365 };
const young = new Date('2025-02-02T00:00:00Z');
const old = new Date('2035-02-01T12:00:00Z');

const readers: Record<Reader['kind'], Reader> = {
  anonymous: { kind: 'anonymous' },
  metered: { kind: 'metered' },
  gifted: { kind: 'gifted' },
  subscriber: { kind: 'subscriber', subscriberId: '1' },
  editor: { kind: 'editor' },
};
const kinds = ['anonymous', 'metered', 'gifted', 'subscriber', 'editor'] as const;

const full = (reason: string) => ({ kind: 'full', reason });
const preview = (reason: string) => ({ kind: 'preview', reason });
const toAll = (decision: object) => kinds.map(() => decision);
/** Closed to whoever comes without anything; the others in the order of `kinds`. */
const closedFor = (reason: string) => [
  preview(reason),
  full('metered'),
  full('gifted'),
  full('subscriber'),
  full('editor'),
];

/** Every access, archive rule and clock, and what each kind of reader gets. */
describe.each([
  ['public', 'on', 'young', toAll(full('public'))],
  ['public', 'on', 'old', toAll(full('public'))],
  ['public', 'off', 'young', toAll(full('public'))],
  ['public', 'off', 'old', toAll(full('public'))],
  ['subscribers', 'on', 'young', closedFor('subscribers-only')],
  ['subscribers', 'on', 'old', closedFor('subscribers-only')],
  ['subscribers', 'off', 'young', closedFor('subscribers-only')],
  ['subscribers', 'off', 'old', closedFor('subscribers-only')],
  ['default', 'on', 'young', toAll(full('recent'))],
  ['default', 'on', 'old', closedFor('archive')],
  ['default', 'off', 'young', toAll(full('no-archive-rule'))],
  ['default', 'off', 'old', toAll(full('no-archive-rule'))],
] as const)('%s, archive rule %s, %s', (access, archiveRule, age, expected) => {
  test.each(kinds.map((kind, index) => [kind, expected[index]] as const))('to %s: %o', (kind, decision) => {
    const article = { access, giftable: true, firstPublishedAt };
    const [its, now] = [archiveRule === 'on' ? rule : off, age === 'old' ? old : young];
    expect(decideAccess(article, readers[kind], its, now)).toEqual(decision);
  });
});

test('what may not be given away is closed to those who were given it, and to nobody else', () => {
  const article = { access: 'subscribers' as const, giftable: false, firstPublishedAt };
  const of = (kind: Reader['kind']) => decideAccess(article, readers[kind], rule, young).kind;
  expect(kinds.map(of)).toEqual(['preview', 'full', 'preview', 'full', 'full']);
});

test('the archive rule closes at its instant, not a millisecond earlier', () => {
  const closesAt = Date.parse('2026-02-01T12:00:00Z');
  const article = { access: 'default' as const, giftable: true, firstPublishedAt };
  const at = (time: number) => decideAccess(article, readers.anonymous, rule, new Date(time)).kind;
  expect([at(closesAt - 1), at(closesAt), at(closesAt + 1)]).toEqual(['full', 'preview', 'preview']);
});

test('open to all is what everybody gets, not what this reader may have', () => {
  const decisions: [Decision, boolean][] = [
    [{ kind: 'full', reason: 'public' }, true],
    [{ kind: 'full', reason: 'recent' }, true],
    [{ kind: 'full', reason: 'no-archive-rule' }, true],
    [{ kind: 'full', reason: 'subscriber' }, false],
    [{ kind: 'full', reason: 'metered' }, false],
    [{ kind: 'full', reason: 'gifted' }, false],
    [{ kind: 'full', reason: 'editor' }, false],
    [{ kind: 'preview', reason: 'archive' }, false],
  ];
  expect(decisions.map(([decision]) => isOpenToAll(decision))).toEqual(decisions.map(([, open]) => open));
});

test('one page serves all subscribers only if it is theirs and whole: a wall says what one browser has left', () => {
  const whole = kinds.filter((kind) =>
    isSameForSubscribers(readers[kind], { kind: 'full', reason: 'public' }),
  );
  expect(whole).toEqual(['subscriber']);
  expect(isSameForSubscribers(readers.subscriber, { kind: 'preview', reason: 'unknown' })).toBe(false);
});

describe('what is not understood closes', () => {
  // Written as JSON because no type lets these values through: they stand for a lake or a caller that sends them.
  const from = <T>(json: string): T => JSON.parse(json);
  const asked = { access: 'default' as const, giftable: true, firstPublishedAt };

  test.each(kinds)('an unknown access level, to %s', (kind) => {
    const article = { ...asked, access: from<'default'>('"members"') };
    expect(decideAccess(article, readers[kind], off, young)).toEqual(preview('unknown'));
  });

  test('an unknown kind of reader is nobody', () => {
    for (const kind of ['"administrator"', 'null', '"constructor"']) {
      const reader = from<Reader>(`{ "kind": ${kind} }`);
      expect(decideAccess({ ...asked, access: 'subscribers' }, reader, rule, young).kind).toBe('preview');
      expect(decideAccess(asked, reader, rule, old).kind).toBe('preview');
    }
  });

  test('giftable that is neither yes nor no', () => {
    for (const giftable of ['null', '1', '"true"']) {
      const article = { ...asked, giftable: from<boolean>(giftable) };
      expect(decideAccess(article, readers.gifted, rule, old)).toEqual(preview('archive'));
    }
  });

  test('a date that is none', () => {
    expect(decideAccess({ ...asked, firstPublishedAt: 'soon' }, readers.anonymous, rule, young)).toEqual(
      preview('archive'),
    );
  });

  test('an archive rule without days, or one that does not say whether it is on', () => {
    for (const broken of ['{ "enabled": true }', '{ "enabled": null, "days": 1 }', '{}']) {
      expect(decideAccess(asked, readers.anonymous, from<typeof rule>(broken), old).kind).toBe('preview');
    }
  });
});
