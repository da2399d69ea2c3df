import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import { emailAddressSchema } from './email-address.ts';
import { sourcePathSchema } from './source-path.ts';

/** "Send me a link or a code". `website` is the honeypot: people do not see it, so they leave it empty. */
export const signInRequestSchema = z.object({
  email: emailAddressSchema,
  language: languageSchema.catch('en'),
  source: sourcePathSchema,
  website: z.string().max(2000).catch('filled').default(''),
});

export type SignInRequest = z.infer<typeof signInRequestSchema>;

/** Six digits, however somebody groups them. */
export const typedCodeSchema = z
  .string()
  .max(40)
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));
