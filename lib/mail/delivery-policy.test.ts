import { expect, test } from 'vitest';
import { nextStep } from './delivery-policy.ts';

const now = new Date('2026-01-15T12:00:00Z');
const young = { purpose: 'confirmation', attempt: 1, createdAt: new Date('2026-01-15T11:59:00Z') } as const;
const old = { ...young, createdAt: new Date('2026-01-14T11:59:00Z') };

test('an accepted mail is sent', () => {
  expect(nextStep(young, { kind: 'accepted', code: 250 }, now)).toMatchObject({
    kind: 'settle',
    state: 'sent',
  });
});

test('a refused mail is not tried again', () => {
  expect(nextStep(young, { kind: 'refused', code: 550, isNoMailbox: true }, now)).toMatchObject({
    kind: 'settle',
    state: 'failed',
  });
});

test('a greylisted mail waits, each time twice as long, an hour at most', () => {
  const waits = [1, 2, 3, 40].map((attempt) =>
    nextStep({ ...young, attempt }, { kind: 'deferred', code: 450 }, now),
  );
  expect(waits).toMatchObject([{ seconds: 60 }, { seconds: 120 }, { seconds: 240 }, { seconds: 3600 }]);
});

test('a server that is down is asked again within a minute', () => {
  const waits = [1, 30].map((attempt) =>
    nextStep({ ...young, attempt }, { kind: 'unreachable', code: null }, now),
  );
  expect(waits).toMatchObject([{ seconds: 2 }, { seconds: 60 }]);
});

test('a confirmation whose answer was lost is sent again', () => {
  expect(nextStep(young, { kind: 'lost' }, now)).toMatchObject({ kind: 'wait' });
});

test('a newsletter whose answer was lost is uncertain, never sent again', () => {
  expect(nextStep({ ...young, purpose: 'newsletter' }, { kind: 'lost' }, now)).toMatchObject({
    kind: 'settle',
    state: 'uncertain',
  });
});

test('a newsletter that nobody took is tried again', () => {
  const step = nextStep({ ...young, purpose: 'newsletter' }, { kind: 'unreachable', code: 421 }, now);
  expect(step.kind).toBe('wait');
});

test('after a day the mail is given up', () => {
  expect(nextStep(old, { kind: 'deferred', code: 451 }, now)).toMatchObject({
    kind: 'settle',
    state: 'failed',
  });
});
