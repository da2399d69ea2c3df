import { notFound } from 'next/navigation';
import { isLanguage, type Language } from '#lib/i18n/language.ts';

/** The language of the address; one that we do not publish in is no page of ours. */
export function routeLanguage(lang: string): Language {
  return isLanguage(lang) ? lang : notFound();
}
