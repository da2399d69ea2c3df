import { z } from 'zod';

/** What can be ticked; a mail program's report of spam is `complaint` and stands in no form. */
export const leaveReasons = ['too_many', 'not_for_me', 'never_asked', 'elsewhere', 'other'] as const;

export const complaint = 'complaint';
export const mostReasonLetters = 500;

const wordsSchema = z
  .string()
  .transform((words) => words.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(mostReasonLetters));

/**
 * Why somebody leaves, as it is kept: what was ticked, and behind a colon the reader's own words. Null when nothing was
 * said. Longer than the field lets one type is refused.
 */
export const leaveReasonSchema = z
  .object({ reason: z.enum(leaveReasons).optional(), words: wordsSchema.default('') })
  .transform(({ reason, words }) => {
    if (words === '') return reason ?? null;
    return `${reason ?? 'other'}: ${words}`;
  });
