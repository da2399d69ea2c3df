import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import {
  countSubscribers,
  type DirectoryEntry,
  type DirectoryFilter,
  pageOfSubscribers,
} from '#lib/subscribers/directory-store.ts';
import { progressLine } from '#scripts/seed/progress.ts';
import { ownColumns } from './columns.ts';
import { guardCell } from './csv-guard.ts';
import type { Desk } from './desk.ts';
import { BadUsage, filterOptions, readFilter, readOptions } from './options.ts';

const rowsOfPage = 1000;

/** Writes subscribers as CSV (RFC 4180), page by page: the whole never stands in memory. */
export async function exportSubscribers(desk: Desk, args: string[]): Promise<number> {
  const given = readOptions(args, filterOptions, 1);
  const filter = readFilter(given);
  const [file = '-'] = given.words;
  if (file === '-') {
    await write(desk, filter, process.stdout);
    return 0;
  }
  if (existsSync(file)) throw new BadUsage('There is such a file already: name another.');
  // Whole or not at all; nobody but its owner may read a list of people.
  const unfinished = `${file}.unfinished`;
  const begun = await beginFile(unfinished);
  try {
    const total = await write(desk, filter, begun.createWriteStream());
    await rename(unfinished, file);
    desk.tell(`${total.toLocaleString('en')} subscribers written to ${file}.`);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return 0;
}

/** A new file: one that is there already would keep its mode, and may be another export's. */
async function beginFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw error;
    throw new BadUsage(
      'An export under this name is under way, or was broken off: wait for it, or delete FILE.unfinished.',
      { cause: error },
    );
  }
}

async function write(desk: Desk, filter: DirectoryFilter, target: Writable): Promise<number> {
  const total = await countSubscribers(desk.db, filter);
  const progress = progressLine(desk.progress);
  let done = 0;
  async function* rows() {
    yield [...ownColumns];
    for (let after = ''; ; ) {
      const page = await pageOfSubscribers(desk.db, filter, { after, most: rowsOfPage });
      for (const one of page) yield cellsOf(one).map(guardCell);
      done += page.length;
      // Whoever signs up meanwhile may be among them or not.
      if (page.length > 0) progress.show({ step: 'Export', done, total: Math.max(total, done) });
      const last = page.at(-1);
      if (!last || page.length < rowsOfPage) return;
      after = last.emailKey;
    }
  }
  const file = stringify({ record_delimiter: 'windows' });
  await pipeline(Readable.from(rows()), file, target, { end: target !== process.stdout }).finally(
    progress.end,
  );
  return done;
}

function cellsOf(one: DirectoryEntry): string[] {
  const instant = (date: Date | null) => date?.toISOString() ?? '';
  return [
    one.email,
    one.state,
    one.language,
    one.listIds.join(' '),
    one.sourcePath ?? '',
    instant(one.createdAt),
    instant(one.confirmedAt),
    instant(one.unsubscribedAt),
  ];
}
