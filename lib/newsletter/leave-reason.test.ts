import { expect, test } from 'vitest';
import { leaveReasonSchema } from './leave-reason.ts';

test.each([
  [{}, null],
  [{ words: '  \r\n ' }, null],
  [{ reason: 'too_many' }, 'too_many'],
  [{ reason: 'too_many', words: ' Every day!\r\nReally. ' }, 'too_many: Every day!\nReally.'],
  [{ words: 'I am moving' }, 'other: I am moving'],
  [{ words: 'x'.repeat(500) }, `other: ${'x'.repeat(500)}`],
])('%j is kept as one text', (fields, kept) => {
  expect(leaveReasonSchema.parse(fields)).toBe(kept);
});

test.each([
  { reason: 'complaint' },
  { reason: 'bored' },
  { reason: ['too_many', 'other'] },
  { words: 'x'.repeat(501) },
  { words: ['a', 'b'] },
])('what the form cannot send is refused: %j', (fields) => {
  expect(leaveReasonSchema.safeParse(fields).success).toBe(false);
});
