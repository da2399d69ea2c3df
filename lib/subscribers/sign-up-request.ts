import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import { emailAddressSchema } from './email-address.ts';
import { sourcePathSchema } from './source-path.ts';

/** What a form or a program posts. `website` is the honeypot: people do not see it, so they leave it empty. */
export const signUpRequestSchema = z.object({
  email: emailAddressSchema,
  language: languageSchema.catch('en'),
  source: sourcePathSchema,
  website: z.string().max(2000).catch('filled').default(''),
});

export type SignUpRequest = z.infer<typeof signUpRequestSchema>;

/** What survives of a request that cannot be taken, to show its form again. */
export const refusedRequestSchema = z.object({
  email: z.string().max(320).catch(''),
  language: languageSchema.catch('en'),
  source: sourcePathSchema,
});
