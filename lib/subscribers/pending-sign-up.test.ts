import { expect, test } from 'vitest';
import { openPending, type PendingSignUp, resendWaitSeconds, sealPending } from './pending-sign-up.ts';

const secret = 'a secret of at least 24 characters';
const sentAt = new Date('2026-01-15T17:00:00Z');
const after = (ms: number) => new Date(sentAt.getTime() + ms);
const pending: PendingSignUp = {
  address: 'ana@example.com',
  language: 'es',
  source: '/es/articles/arrecife',
  listIds: ['newsletterList-daily-es'],
  sentAt,
};

test('what was sealed opens unchanged, and no two seals are alike', () => {
  const sealed = sealPending(secret, pending);
  expect(openPending(secret, sealed, after(1000))).toEqual(pending);
  expect(
    openPending(secret, sealPending(secret, { ...pending, listIds: null, source: null }), sentAt),
  ).toEqual({
    ...pending,
    listIds: null,
    source: null,
  });
  expect(sealPending(secret, pending)).not.toBe(sealed);
});

test('it passes as a cookie and shows nothing of the address', () => {
  const sealed = sealPending(secret, pending);
  expect(sealed).toMatch(/^[\w.-]+$/);
  expect(Buffer.from(sealed.slice(3), 'base64url').toString('latin1')).not.toContain('ana');
});

test('after a day it is over', () => {
  const sealed = sealPending(secret, pending);
  expect(openPending(secret, sealed, after(86_399_999))).toEqual(pending);
  expect(openPending(secret, sealed, after(86_400_000))).toBeNull();
});

test('forged, damaged and foreign seals are none', () => {
  const sealed = sealPending(secret, pending);
  const [version = '', body = ''] = sealed.split('.');
  for (let place = 0; place < body.length; place += 7) {
    const other = body[place] === 'A' ? 'B' : 'A';
    const bent = `${version}.${body.slice(0, place)}${other}${body.slice(place + 1)}`;
    expect(openPending(secret, bent, sentAt)).toBeNull();
  }
  const cases = ['', '1', 'v1', 'v1.', 'v1.AAAA', `v2.${body}`, `v1.${body}.x`, `v1.${body.slice(0, -6)}`];
  for (const bad of cases) expect(openPending(secret, bad, sentAt), bad).toBeNull();
  expect(openPending('another secret of 24 characters', sealed, sentAt)).toBeNull();
});

test('the button waits a minute, whatever the clocks say', () => {
  expect(resendWaitSeconds(pending, sentAt)).toBe(60);
  expect(resendWaitSeconds(pending, after(30_001))).toBe(30);
  expect(resendWaitSeconds(pending, after(59_999))).toBe(1);
  expect(resendWaitSeconds(pending, after(60_000))).toBe(0);
  expect(resendWaitSeconds(pending, after(-3_600_000))).toBe(60);
});
