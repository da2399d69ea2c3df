import { countSubscribers, pageOfSubscribers } from '#lib/subscribers/directory-store.ts';
import type { Desk } from './desk.ts';
import { BadUsage, filterOptions, readAddress, readFilter, readOptions } from './options.ts';

const columns = ['address', 'state', 'language', 'since', 'lists', 'source'];

/** A page of subscribers as a table, in the order of their addresses, and how to get the next one. */
export async function list({ db, say }: Desk, args: string[]): Promise<number> {
  const options = { ...filterOptions, limit: { type: 'string' }, after: { type: 'string' } } as const;
  const given = readOptions(args, options, 0);
  const filter = readFilter(given);
  const most = Number(given.text('limit') ?? 50);
  if (!Number.isInteger(most) || most < 1 || most > 1000) throw new BadUsage('--limit is from 1 to 1000.');
  const start = given.text('after');
  const after = start === null ? '' : readAddress(start).key;
  const total = await countSubscribers(db, filter);
  const found = await pageOfSubscribers(db, filter, { after, most: most + 1 });
  const page = found.slice(0, most);
  const rows = page.map((one) => [
    one.email,
    one.state,
    one.language,
    one.createdAt.toISOString().slice(0, 10),
    one.listIds.join(' ') || '–',
    one.sourcePath ?? '–',
  ]);
  if (rows.length > 0) for (const line of aligned([columns, ...rows])) say(line);
  const last = page.at(-1);
  say(`${rows.length === 0 ? '' : '\n'}${page.length} shown of ${total.toLocaleString('en')}.`);
  if (found.length > most && last) say(`The next: the same with --after ${last.email}`);
  return 0;
}

function aligned(table: string[][]): string[] {
  const widths = columns.map((_, place) => Math.max(...table.map((row) => row[place]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
