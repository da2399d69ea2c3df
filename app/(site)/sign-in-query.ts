import { z } from 'zod';
import { sourcePathSchema } from '#lib/subscribers/source-path.ts';

/** Set by /api/sign-in and by links in mails; anything else in the address of /sign-in means nothing. */
export const signInQuerySchema = z.object({
  token: z.string().nullable().catch(null),
  /** There when a mail was asked for. */
  sent: z.string().nullable().catch(null),
  result: z
    .enum([
      'invalid',
      'trapped',
      'malformed',
      'wrong',
      'over',
      'limited',
      'wait',
      'failed',
      'again',
      'signed-out',
    ])
    .nullable()
    .catch(null),
  /** For how long whoever was limited has to wait, in seconds. */
  wait: z.coerce.number().int().min(1).max(86_400).catch(60),
  source: sourcePathSchema,
});

export type SignInQuery = z.infer<typeof signInQuerySchema>;
