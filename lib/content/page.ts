import type { Language } from '#lib/i18n/language.ts';
import type { Block } from './body.ts';

/** A standing page: about, privacy, corrections policy. */
export type Page = {
  id: string;
  language: Language;
  slug: string;
  title: string;
  standfirst: string | null;
  body: Block[];
  translations: { language: Language; slug: string }[];
};
