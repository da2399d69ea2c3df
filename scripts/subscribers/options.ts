import { parseArgs } from 'node:util';
import { z } from 'zod';
import { subscriberState } from '#lib/db/schema.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import type { DirectoryFilter } from '#lib/subscribers/directory-store.ts';
import { type EmailAddress, emailAddressSchema } from '#lib/subscribers/email-address.ts';
import { readInstant } from './read-instant.ts';

/** Called in a way that the command does not know: it says how, and ends with 2. */
export class BadUsage extends Error {}

export const usage = `npm run subscribers -- COMMAND
  list      [--state S] [--language L] [--list ID] [--since DATE] [--limit N] [--after ADDRESS]
  show      ADDRESS [--json]                 everything that is kept about an address
  export    FILE|- [the filters of list]     CSV
  import    FILE [--dry-run] [--confirmed-at COLUMN] [--language L] [--lists ID,ID]
  suppress  ADDRESS --reason WORDS           no mail to it any more
  lift      ADDRESS                          mail may go to it again, a mistake is mended
  erase     ADDRESS [--yes]                  forgets the subscriber; a keyed hash stays
S: pending, confirmed, unsubscribed, suppressed. L: en, es. DATE: 2025-03-01.`;

type Options = Record<string, { type: 'string' | 'boolean' }>;
export type Given = { words: string[]; text: (name: string) => string | null; is: (name: string) => boolean };

/** The command's own words and options; `words` says how many words it takes. */
export function readOptions(args: string[], options: Options, words: number): Given {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const { values, positionals } = parsed;
  if (positionals.length !== words) throw new BadUsage('Too few words, or too many.');
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return { words: positionals, text, is: (name) => values[name] === true };
}

export const filterOptions: Options = {
  state: { type: 'string' },
  language: { type: 'string' },
  list: { type: 'string' },
  since: { type: 'string' },
};

export function readFilter({ text }: Given): DirectoryFilter {
  const since = text('since');
  const instant = since === null ? null : readInstant(since);
  if (since !== null && !instant) throw new BadUsage('--since needs a date as 2025-03-01.');
  return {
    state: oneOf(z.enum(subscriberState.enumValues), text('state'), '--state'),
    language: oneOf(languageSchema, text('language'), '--language'),
    listId: text('list'),
    since: instant,
  };
}

export function oneOf<T>(schema: z.ZodType<T>, word: string | null, option: string): T | null {
  if (word === null) return null;
  const parsed = schema.safeParse(word);
  if (!parsed.success) throw new BadUsage(`${option} does not know that word.`);
  return parsed.data;
}

export function readAddress(word: string | undefined): EmailAddress {
  const parsed = emailAddressSchema.safeParse(word);
  if (!parsed.success) throw new BadUsage('That is not one e-mail address.');
  return parsed.data;
}
