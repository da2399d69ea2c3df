import { expect, test } from 'vitest';
import { cameBackTooQuickly, stampForm } from './form-stamp.ts';

const secret = 'a secret of at least 24 characters';
const opened = new Date('2026-01-15T17:00:00Z');
const after = (ms: number) => new Date(opened.getTime() + ms);

test('a form that comes back within two seconds was not typed into', () => {
  const stamp = stampForm(secret, opened);
  expect(cameBackTooQuickly(secret, stamp, after(1999))).toBe(true);
  expect(cameBackTooQuickly(secret, stamp, after(2000))).toBe(false);
  expect(cameBackTooQuickly(secret, stamp, after(86_400_000))).toBe(false);
});

test('a missing, foreign or future stamp says nothing: kept pages and clocks that differ are no crime', () => {
  const [instant, signature] = stampForm(secret, opened).split('.');
  const stamps = ['', 'x', `${instant}.`, `${instant}.${signature}x`, `z${instant}.${signature}`];
  for (const stamp of stamps) expect(cameBackTooQuickly(secret, stamp, after(10)), stamp).toBe(false);
  expect(cameBackTooQuickly('another secret of 24 characters', stampForm(secret, opened), after(10))).toBe(
    false,
  );
  expect(cameBackTooQuickly(secret, stampForm(secret, opened), after(-10))).toBe(false);
});
