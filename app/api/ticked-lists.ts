import 'server-only';
import { z } from 'zod';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';

/** One ticked box comes alone, several as a list, none not at all. */
const listsSchema = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.string().max(100)).max(100).catch([]),
);

/** What was ticked of the lists there are: what an editor has removed meanwhile is not kept for anybody. */
export function tickedLists(fields: Record<string, unknown>, lists: NewsletterList[]): string[] {
  const wanted = new Set(listsSchema.parse(fields.lists));
  return lists.map((list) => list.id).filter((id) => wanted.has(id));
}
