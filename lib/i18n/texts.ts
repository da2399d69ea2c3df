import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import type { Language } from './language.ts';

const byLanguage: Record<Language, Texts> = { en, es };

export function textsFor(language: Language): Texts {
  return byLanguage[language];
}
