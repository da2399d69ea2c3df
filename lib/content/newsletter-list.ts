import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';

/** A newsletter that a subscriber can choose; its name in both languages, for pages and mails alike. */
export const newsletterListSchema = z.object({
  id: z.string(),
  titles: z.object({ en: z.string().min(1), es: z.string().min(1) }),
  language: languageSchema,
  cadence: z.enum(['instant', 'daily', 'weekly']),
  /** Taken by whoever does not choose. */
  isDefault: z.boolean(),
});
export type NewsletterList = z.infer<typeof newsletterListSchema>;
