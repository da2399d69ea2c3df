import { type Language, languageSchema } from '#lib/i18n/language.ts';
import type { ImportRow } from '#lib/subscribers/decide-import.ts';
import { emailAddressSchema } from '#lib/subscribers/email-address.ts';
import { parseSourcePath } from '#lib/subscribers/source-path.ts';
import type { Column, Layout } from './columns.ts';
import { unguardCell } from './csv-guard.ts';
import { readInstant } from './read-instant.ts';

export type ReadRow =
  | { kind: 'row'; row: ImportRow; wantsConfirmation: boolean }
  | { kind: 'bad'; line: number; reason: string };

export type RowRules = {
  layout: Layout;
  /** For rows that name none. */
  language: Language;
  /** Every list of the dataset, and those that a confirmed row without a column of lists gets. */
  lists: { known: ReadonlySet<string>; taken: Record<Language, string[]> };
  now: Date;
};

class BadRow extends Error {}

/** Words of ours and of the usual exports for the same four states. */
const states: Record<string, ImportRow['state']> = {
  pending: 'pending',
  'not confirmed': 'pending',
  unconfirmed: 'pending',
  confirmed: 'confirmed',
  subscribed: 'confirmed',
  active: 'confirmed',
  true: 'confirmed',
  yes: 'confirmed',
  '1': 'confirmed',
  unsubscribed: 'unsubscribed',
  'not subscribed': 'unsubscribed',
  inactive: 'unsubscribed',
  false: 'unsubscribed',
  no: 'unsubscribed',
  '0': 'unsubscribed',
  suppressed: 'suppressed',
  cleaned: 'suppressed',
  bounced: 'suppressed',
  'not sending': 'suppressed',
};

/** A row of the file as a subscriber, or why it is none. Reasons repeat no words of the row: it is about people. */
export function readRow(line: number, cells: string[], rules: RowRules): ReadRow {
  try {
    return read(line, cells, rules);
  } catch (error) {
    if (error instanceof BadRow) return { kind: 'bad', line, reason: error.message };
    throw error;
  }
}

function read(line: number, cells: string[], { layout, language, lists, now }: RowRules): ReadRow {
  const cell = (column: Column) => unguardCell(cells[layout.places.get(column) ?? -1] ?? '').trim();
  const instant = (column: Column) => instantOf(column, cell(column), now);
  const email = emailAddressSchema.safeParse(cell('email'));
  if (!email.success) throw new BadRow(`${cell('email') === '' ? 'no' : 'not one'} e-mail address`);
  const confirmedAt = instant('confirmed_at');
  const unsubscribedAt = instant('unsubscribed_at');
  const stated = stateOf(cell('state'), unsubscribedAt, instant('bounced_at'));
  const wantsConfirmation = stated === 'confirmed' && confirmedAt === null;
  const state = wantsConfirmation ? 'pending' : stated;
  const ownLanguage = languageOf(cell('language'), language);
  const dates = [instant('created_at'), confirmedAt, unsubscribedAt].filter((date) => date !== null);
  const row: ImportRow = {
    line,
    email: email.data,
    state,
    language: ownLanguage,
    sourcePath: parseSourcePath(cell('source')),
    createdAt: new Date(Math.min(now.getTime(), ...dates.map((date) => date.getTime()))),
    confirmedAt: state === 'pending' ? null : confirmedAt,
    unsubscribedAt: state === 'unsubscribed' ? (unsubscribedAt ?? now) : null,
    listIds: listsOf(state, layout.places.has('lists') ? cell('lists') : null, lists, ownLanguage),
  };
  return { kind: 'row', row, wantsConfirmation };
}

function stateOf(word: string, unsubscribedAt: Date | null, bouncedAt: Date | null): ImportRow['state'] {
  if (word !== '') {
    const state = Object.hasOwn(states, word.toLowerCase()) ? states[word.toLowerCase()] : undefined;
    if (!state) throw new BadRow('a state that is none of pending, confirmed, unsubscribed, suppressed');
    return state;
  }
  if (bouncedAt) return 'suppressed';
  return unsubscribedAt ? 'unsubscribed' : 'confirmed';
}

function languageOf(word: string, otherwise: Language): Language {
  if (word === '') return otherwise;
  const language = languageSchema.safeParse(word.toLowerCase().split(/[-_]/, 1)[0]);
  if (!language.success) throw new BadRow('a language that is neither en nor es');
  return language.data;
}

function listsOf(
  state: ImportRow['state'],
  words: string | null,
  { known, taken }: RowRules['lists'],
  language: Language,
): string[] {
  // Lists are chosen by confirming.
  if (state === 'pending') return [];
  if (words === null) return state === 'confirmed' ? taken[language] : [];
  const ids = [...new Set(words.split(/[\s,;]+/).filter(Boolean))];
  if (ids.some((id) => !known.has(id))) throw new BadRow('a list that the dataset does not have');
  return ids;
}

function instantOf(column: Column, words: string, now: Date): Date | null {
  if (words === '') return null;
  const instant = readInstant(words);
  if (!instant) throw new BadRow(`${column} is not a date as 2025-03-01 or 2025-03-01T17:00:00Z`);
  if (instant > now) throw new BadRow(`${column} lies in the future`);
  return instant;
}
