import { createReadStream, statSync } from 'node:fs';
import { getNewsletterLists } from '#lib/content/newsletter-lists-query.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { progressLine } from '#scripts/seed/progress.ts';
import type { Desk } from './desk.ts';
import { type ImportCounts, importRows } from './import-rows.ts';
import { BadUsage, oneOf, readOptions } from './options.ts';
import type { RowRules } from './read-row.ts';

/** Brings in a file of ours or of another program. 1: there were rows that could not be used. */
export async function importSubscribers(desk: Desk, args: string[]): Promise<number> {
  const options = {
    'dry-run': { type: 'boolean' },
    'confirmed-at': { type: 'string' },
    language: { type: 'string' },
    lists: { type: 'string' },
  } as const;
  const given = readOptions(args, options, 1);
  const [file = ''] = given.words;
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new BadUsage('There is no such file.');
  const dry = given.is('dry-run');
  const lists = await readLists(given.text('lists'));
  const rules = {
    language: oneOf(languageSchema, given.text('language'), '--language') ?? ('en' as const),
    lists,
    now: desk.now,
  };
  const chunks: AsyncIterable<Buffer> = createReadStream(file);
  const progress = progressLine(desk.progress);
  let read = 0;
  async function* counted() {
    for await (const chunk of chunks) {
      read += chunk.length;
      yield chunk;
    }
  }
  const kibibytes = (bytes: number) => Math.ceil(bytes / 1024);
  const show = () => progress.show({ step: 'Import (KiB)', done: kibibytes(read), total: kibibytes(size) });
  const said: { line: number; words: string }[] = [];
  const counts = await importRows(
    desk,
    counted(),
    { rules, confirmedAt: given.text('confirmed-at'), dry },
    {
      onLine: (line, words) => said.push({ line, words }),
      onLayout: ({ unused }) => {
        if (unused.length > 0) desk.tell(`Columns that are not taken over: ${unused.join(', ')}`);
      },
      onRows: show,
    },
  ).finally(() => {
    progress.end();
    // Also when it ends half way: what was written until then stays, and so does what was said of it.
    said.sort((one, other) => one.line - other.line);
    for (const { line, words } of said) desk.say(`line ${line}: ${words}`);
  });
  for (const line of summary(counts, dry)) desk.say(line);
  return counts.bad > 0 ? 1 : 0;
}

async function readLists(chosen: string | null): Promise<RowRules['lists']> {
  const lists = await getNewsletterLists();
  const known = new Set(lists.map(({ id }) => id));
  const ids = chosen === null ? null : chosen.split(',').filter(Boolean);
  if (ids?.some((id) => !known.has(id))) {
    throw new BadUsage(`--lists names a list that is not there. There are: ${[...known].join(', ')}`);
  }
  const defaults = (language: 'en' | 'es') =>
    lists.filter((list) => list.isDefault && list.language === language).map(({ id }) => id);
  return { known, taken: { en: ids ?? defaults('en'), es: ids ?? defaults('es') } };
}

function summary(counts: ImportCounts, dry: boolean): string[] {
  const { added, withoutConfirmation } = counts;
  const all = Object.values(added).reduce((sum, count) => sum + count, 0);
  const states = Object.entries(added).flatMap(([state, count]) => (count > 0 ? [`${count} ${state}`] : []));
  return [
    ...(dry ? ['Dry run: nothing was changed. This is what would happen.'] : []),
    `${counts.rows} rows`,
    `${all} added${states.length > 0 ? `: ${states.join(', ')}` : ''}`,
    ...(withoutConfirmation > 0
      ? [`  ${withoutConfirmation} of the pending ones for want of a date of confirmation; they get no mail`]
      : []),
    `${counts.confirmed} confirmed that were pending here`,
    ...(counts.suppressed > 0
      ? [`${counts.suppressed} erased here and suppressed in the file: no subscriber again, and no mail`]
      : []),
    `${counts.alreadyThere} already there`,
    `${counts.refused} not taken`,
    `${counts.bad} that cannot be used`,
  ];
}
