import { isRecord, type LakeDocument, referencesIn } from './document.ts';

/** What every view lists a document by. */
export type DocumentKeys = { type: string; slug: string | null; targets: ReadonlySet<string> };

export function keysOf(document: LakeDocument): DocumentKeys {
  const slug = isRecord(document.slug) ? document.slug.current : null;
  return {
    type: document._type,
    slug: typeof slug === 'string' ? slug : null,
    targets: new Set(referencesIn(document).map((reference) => reference.id)),
  };
}
