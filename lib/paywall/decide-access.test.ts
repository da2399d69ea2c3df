import { describe, expect, test } from 'vitest';
import { decideAccess, type Reader } from './decide-access.ts';

const firstPublishedAt = '2025-02-01T12:00:00Z';
const rule = { enabled: true, days: 365 };
const off = { enabled: false, days: 365 };
const young = new Date('2025-02-02T00:00:00Z');
const old = new Date('2035-02-01T12:00:00Z');
const anonymous: Reader = { kind: 'anonymous' };
const editor: Reader = { kind: 'editor' };
const subscriber: Reader = { kind: 'subscriber', subscriberId: '1' };

const full = (reason: string) => ({ kind: 'full', reason });
const preview = (reason: string) => ({ kind: 'preview', reason });

test.each([
  ['public', anonymous, rule, young, full('public')],
  ['public', anonymous, rule, old, full('public')],
  ['public', anonymous, off, young, full('public')],
  ['public', anonymous, off, old, full('public')],
  ['public', subscriber, rule, young, full('public')],
  ['public', subscriber, rule, old, full('public')],
  ['public', subscriber, off, young, full('public')],
  ['public', subscriber, off, old, full('public')],
  ['subscribers', anonymous, rule, young, preview('subscribers-only')],
  ['subscribers', anonymous, rule, old, preview('subscribers-only')],
  ['subscribers', anonymous, off, young, preview('subscribers-only')],
  ['subscribers', anonymous, off, old, preview('subscribers-only')],
  ['subscribers', subscriber, rule, young, full('subscriber')],
  ['subscribers', subscriber, rule, old, full('subscriber')],
  ['subscribers', subscriber, off, young, full('subscriber')],
  ['subscribers', subscriber, off, old, full('subscriber')],
  ['default', anonymous, rule, young, full('recent')],
  ['default', anonymous, rule, old, preview('archive')],
  ['default', anonymous, off, young, full('no-archive-rule')],
  ['default', anonymous, off, old, full('no-archive-rule')],
  ['default', subscriber, rule, young, full('subscriber')],
  ['default', subscriber, rule, old, full('subscriber')],
  ['default', subscriber, off, young, full('subscriber')],
  ['default', subscriber, off, old, full('subscriber')],
  ['public', editor, rule, old, full('public')],
  ['subscribers', editor, rule, old, full('editor')],
  ['default', editor, rule, old, full('editor')],
] as const)('%s to %o under %o at %s', (access, reader, archiveRule, now, expected) => {
  expect(decideAccess({ access, firstPublishedAt }, reader, archiveRule, now)).toEqual(expected);
});

test('the archive rule closes at its instant, not a millisecond earlier', () => {
  const closesAt = Date.parse('2026-02-01T12:00:00Z');
  const at = (time: number) =>
    decideAccess({ access: 'default', firstPublishedAt }, anonymous, rule, new Date(time)).kind;
  expect([at(closesAt - 1), at(closesAt), at(closesAt + 1)]).toEqual(['full', 'preview', 'preview']);
});

describe('what is not understood closes', () => {
  // Written as JSON because no type lets these values through: they stand for a lake or a caller that sends them.
  const from = <T>(json: string): T => JSON.parse(json);
  const asked = { access: 'default' as const, firstPublishedAt };

  test.each(['anonymous', 'subscriber', 'editor'])('an unknown access level, to %s', (kind) => {
    const article = { ...asked, access: from<'default'>('"members"') };
    const reader = from<Reader>(`{ "kind": "${kind}", "subscriberId": "1" }`);
    expect(decideAccess(article, reader, off, young)).toEqual(preview('unknown'));
  });

  test('an unknown kind of reader is nobody', () => {
    const reader = from<Reader>('{ "kind": "administrator" }');
    expect(decideAccess({ ...asked, access: 'subscribers' }, reader, rule, young).kind).toBe('preview');
    expect(decideAccess(asked, reader, rule, old).kind).toBe('preview');
  });

  test('a date that is none', () => {
    expect(decideAccess({ ...asked, firstPublishedAt: 'soon' }, anonymous, rule, young)).toEqual(
      preview('archive'),
    );
  });

  test('an archive rule without days, or one that does not say whether it is on', () => {
    for (const broken of ['{ "enabled": true }', '{ "enabled": null, "days": 1 }', '{}']) {
      expect(decideAccess(asked, anonymous, from<typeof rule>(broken), old).kind).toBe('preview');
    }
  });
});
