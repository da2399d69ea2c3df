import { z } from 'zod';

export const languages = ['en', 'es'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

export function isLanguage(value: string): value is Language {
  return languageSchema.safeParse(value).success;
}
