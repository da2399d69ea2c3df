import { expect, test } from 'vitest';
import type { SendOutcome } from './delivery-policy.ts';
import { editionStrain } from './edition-strain.ts';

const accepted: SendOutcome = { kind: 'accepted', code: 250 };
const refused: SendOutcome = { kind: 'refused', code: 550, isNoMailbox: true };
const lost: SendOutcome = { kind: 'lost' };
const times = (count: number, outcome: SendOutcome) => Array<SendOutcome>(count).fill(outcome);

function after(...outcomes: SendOutcome[][]): string | null {
  const strain = editionStrain();
  for (const outcome of outcomes.flat()) strain.note(outcome);
  return strain.tooMuch();
}

test('a bad address now and then is no reason to stop, a relay that refuses is', () => {
  const oneInThree = Array.from({ length: 100 }, () => [accepted, accepted, refused]).flat();
  expect(after(oneInThree)).toBeNull();
  expect(after(times(19, refused))).toBeNull();
  expect(after(times(100, accepted), times(20, refused))).toBe('20 of the last 50 mails were refused');
});

test('a handful of mails in doubt is enough', () => {
  expect(after(times(100, accepted), times(4, lost))).toBeNull();
  expect(after(times(100, accepted), times(5, lost))).toBe(
    '5 of the last 50 mails were lost after hand-over',
  );
});

test('greylisting and a relay that is away are waited out', () => {
  expect(after(times(500, { kind: 'deferred', code: 450 }))).toBeNull();
  expect(after(times(500, { kind: 'unreachable', code: 421 }))).toBeNull();
});

test('what is long past is forgotten', () => {
  expect(after(times(19, refused), times(50, accepted), times(19, refused))).toBeNull();
});
