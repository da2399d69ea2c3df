import type { ValidationContext } from 'sanity';

type List = { _id: string; title?: string; language?: string; sections?: string[] | null };

const listsQuery = `*[_type == "newsletterList" && _id in $ids]{
  _id, "title": title.en, language, "sections": sections[]._ref
}`;

/** A list takes articles of its language and sections only: one that will not take this article is said at once. */
export async function fitsLists(chosen: unknown, context: ValidationContext): Promise<true | string> {
  const ids = Array.isArray(chosen) ? chosen.flatMap((one) => refOf(one) ?? []) : [];
  if (ids.length === 0) return true;
  const { language = 'en', section }: Record<string, unknown> = context.document ?? {};
  const client = context.getClient({ apiVersion: '2025-02-19' });
  const lists: List[] = await client.fetch(listsQuery, { ids });
  for (const { title, language: listLanguage, sections } of lists) {
    const name = `The list “${title ?? ''}”`;
    if (listLanguage !== language) return `${name} is in another language: it will not send this article.`;
    if (sections?.length && !sections.includes(refOf(section) ?? '')) {
      return `${name} takes other sections only: it will not send this article.`;
    }
  }
  return true;
}

function refOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('_ref' in value)) return null;
  return typeof value._ref === 'string' ? value._ref : null;
}
