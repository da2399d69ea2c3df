import { z } from 'zod';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { Language } from '#lib/i18n/language.ts';

const mostLists = 50;
const idSchema = z
  .string()
  .max(128)
  .regex(/^[\w.-]+$/);
/** A form's field that comes once is a text, one that comes twice a list. */
const idsSchema = z.union([idSchema.transform((id) => [id]), z.array(idSchema).max(mostLists)]);

/** What was ticked. Null: no choice was offered. */
export type ListChoice = { kind: 'choice'; listIds: string[] | null } | { kind: 'unknown list' };

/**
 * Reads the ticked lists from posted fields: `lists` or `lists[]`, and `choose` where a form offered a choice, without
 * which none ticked would look like nothing said. A list that is none is refused and not passed over: its reader would
 * wait for a mail that never comes. `lists` is null when the dataset cannot be read; then the ids are believed.
 */
export function readListChoice(fields: Record<string, unknown>, lists: NewsletterList[] | null): ListChoice {
  const given = idsSchema.safeParse(fields.lists ?? fields['lists[]'] ?? []);
  if (!given.success) return { kind: 'unknown list' };
  const listIds = [...new Set(given.data)];
  if (lists !== null && !listIds.every((id) => lists.some((list) => list.id === id))) {
    return { kind: 'unknown list' };
  }
  return { kind: 'choice', listIds: listIds.length > 0 || fields.choose ? listIds : null };
}

/**
 * The lists that a reader wants from now on, none included, as the account page and programs say it. Null: nothing was
 * said, or it cannot be read, or one of them is no list; then nothing may change.
 */
export function readChosenLists(fields: Record<string, unknown>, lists: NewsletterList[]): string[] | null {
  if ((fields.lists ?? fields['lists[]'] ?? fields.choose ?? null) === null) return null;
  const choice = readListChoice(fields, lists);
  return choice.kind === 'choice' ? (choice.listIds ?? []) : null;
}

/** What survives of a choice that could not be taken, to show its form again. */
export const refusedChoiceSchema = idsSchema.catch([]);

/** The lists of a page's language, and whatever of another one has been chosen already; what most people get first. */
export function listsToOffer(
  lists: NewsletterList[],
  language: Language,
  chosen: string[] | null,
): NewsletterList[] {
  return lists
    .filter((list) => list.language === language || chosen?.includes(list.id))
    .sort((one, other) => Number(other.isDefault) - Number(one.isDefault));
}

/** Ticked beforehand: what was chosen, or what everybody gets who does not choose. */
export function isTicked(list: NewsletterList, chosen: string[] | null): boolean {
  return chosen ? chosen.includes(list.id) : list.isDefault;
}

/** What a confirmation sets. A list that has ended meanwhile is left out: its page has shown the others. */
export function listsToSet(
  chosen: string[] | null,
  language: Language,
  lists: NewsletterList[] | null,
): string[] {
  if (lists) {
    return lists
      .filter((list) => (chosen ? chosen.includes(list.id) : list.isDefault && list.language === language))
      .map((list) => list.id);
  }
  if (chosen) return chosen;
  throw new Error('Nothing was chosen, and which lists are the default cannot be read');
}
