import type { Language } from '#lib/i18n/language.ts';

type Translation = { language: Language; slug: string };

/** The address of the same text in the other language, where there is one. */
export function translationPath(
  translations: Translation[],
  language: Language,
  pathOf: (language: Language, slug: string) => string,
): string | undefined {
  const other = translations.find((translation) => translation.language !== language);
  return other && pathOf(other.language, other.slug);
}
