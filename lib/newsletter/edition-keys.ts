import type { Edition } from './edition-store.ts';

/** What makes two plans one edition: the names of the unique key in the schema. */
export function instantKey(listId: string, articleId: string): string {
  return `instant:${listId}:${articleId}`;
}

/** `day` is that of the List's own calendar, so that a List has one digest a day whatever becomes of its hour. */
export function digestKey(listId: string, day: string): string {
  return `digest:${listId}:${day}`;
}

export function correctionKey(listId: string, articleId: string, date: string): string {
  return `correction:${listId}:${articleId}:${date}`;
}

/** Which of its article's corrections an edition is about. */
export function correctionDateOf({
  key,
  listId,
  articleIds,
}: Pick<Edition, 'key' | 'listId' | 'articleIds'>) {
  const start = correctionKey(listId, articleIds[0] ?? '', '');
  return key.startsWith(start) ? key.slice(start.length) : null;
}
