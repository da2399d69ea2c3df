import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import { emailAddressSchema } from './email-address.ts';
import { refusedChoiceSchema } from './list-choice.ts';
import { sourcePathSchema } from './source-path.ts';

/** What a form or a program posts, but for its choice of lists (list-choice.ts). */
export const signUpRequestSchema = z.object({
  email: emailAddressSchema,
  language: languageSchema.catch('en'),
  source: sourcePathSchema,
  /** People do not see this field, so they leave it empty. */
  website: z.string().max(2000).catch('filled').default(''),
  /** When the form was made, as the site signed it; forms on kept pages have none. */
  opened: z.string().max(200).catch('').default(''),
});

export type SignUpRequest = z.infer<typeof signUpRequestSchema>;

/** What survives of a request that cannot be taken, to show its form again. */
export const refusedRequestSchema = z.object({
  email: z.string().max(320).catch(''),
  language: languageSchema.catch('en'),
  source: sourcePathSchema,
  lists: refusedChoiceSchema,
  choose: z.unknown().optional(),
});

/** The same on its way back to the form, in a cookie. */
const typedSchema = z.object({
  email: z.string().max(320),
  listIds: z.array(z.string().max(128)).nullable(),
});

export type Typed = z.infer<typeof typedSchema>;

/** Anybody can set a cookie: what is not ours is nothing typed. */
export function parseTyped(cookie: string | undefined): Typed {
  const nothing = { email: '', listIds: null };
  try {
    return typedSchema.catch(nothing).parse(JSON.parse(cookie ?? 'null'));
  } catch {
    return nothing;
  }
}
