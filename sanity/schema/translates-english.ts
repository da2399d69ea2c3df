import type { CustomValidator, Reference } from 'sanity';
import { publishedIdOf } from './published-id.ts';

/** The Spanish document points at the English one, never the other way round: one chain, no loops. */
export const translatesEnglish: CustomValidator<Reference | undefined> = async (
  value,
  { document, getClient },
) => {
  if (!value?._ref || !document) return true;
  if (document.language !== 'es') {
    return 'Only a Spanish document is a translation of an English one: leave this empty.';
  }
  const original = publishedIdOf(value._ref);
  const language = await getClient({ apiVersion: '2025-02-19' })
    .withConfig({ perspective: 'raw' })
    .fetch<string | null>('*[_id in [$original, "drafts." + $original]][0].language', { original });
  return language === 'en' || 'Choose the English original.';
};
