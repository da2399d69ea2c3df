import type { Summary } from '#lib/content/article.ts';

/** The last time that anything was done to the text: publishing it again counts, too, and may come after an update. */
export function modifiedAt({ publishedAt, updatedAt }: Pick<Summary, 'publishedAt' | 'updatedAt'>): string {
  return updatedAt && Date.parse(updatedAt) > Date.parse(publishedAt) ? updatedAt : publishedAt;
}
