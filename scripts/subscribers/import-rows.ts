import type { ImportRow } from '#lib/subscribers/decide-import.ts';
import { type ImportDesk, importBatch } from '#lib/subscribers/import-batch.ts';
import { type Layout, readLayout } from './columns.ts';
import { type CsvLine, readCsv } from './read-csv.ts';
import { type ReadRow, type RowRules, readRow } from './read-row.ts';

export type ImportCounts = {
  rows: number;
  added: Record<ImportRow['state'], number>;
  /** Of the pending ones: those whose file gives no date of confirmation. */
  withoutConfirmation: number;
  confirmed: number;
  /** Erased here: no subscriber, and no mail. */
  suppressed: number;
  alreadyThere: number;
  refused: number;
  bad: number;
};

export type ImportEvents = {
  /** What a person should know of one line; no address in it. */
  onLine: (line: number, said: string) => void;
  onLayout: (layout: Layout) => void;
  onRows: (count: number) => void;
};

export type ImportOptions = {
  rules: Omit<RowRules, 'layout'>;
  confirmedAt: string | null;
  dry: boolean;
};

export class UnreadableFile extends Error {}

const rowsOfBatch = 500;

/**
 * Reads a file and brings its subscribers in, a batch at a time: what was written stays when a later one fails, and the
 * same file can be given again. A row that cannot be used is told and passed by.
 */
export async function importRows(
  desk: ImportDesk,
  chunks: AsyncIterable<Buffer>,
  { rules, confirmedAt, dry }: ImportOptions,
  events: ImportEvents,
): Promise<ImportCounts> {
  const added = { pending: 0, confirmed: 0, unsubscribed: 0, suppressed: 0 };
  const counts = {
    ...{
      rows: 0,
      added,
      withoutConfirmation: 0,
      confirmed: 0,
      suppressed: 0,
      alreadyThere: 0,
      refused: 0,
      bad: 0,
    },
  };
  const firstLineOf = new Map<string, number>();
  const withoutConfirmation = new Set<number>();
  let batch: ImportRow[] = [];

  const bad = (line: number, reason: string) => {
    counts.bad += 1;
    events.onLine(line, reason);
  };
  const writeBatch = async () => {
    for (const { row, decision } of await importBatch(desk, batch, { now: rules.now, dry })) {
      if (decision.kind === 'add') {
        added[row.state] += 1;
        if (withoutConfirmation.has(row.line)) counts.withoutConfirmation += 1;
      } else if (decision.kind === 'confirm') counts.confirmed += 1;
      else if (decision.kind === 'suppress') counts.suppressed += 1;
      else if (decision.kind === 'already there') counts.alreadyThere += 1;
      else {
        counts.refused += 1;
        events.onLine(row.line, `not taken: ${decision.reason}`);
      }
    }
    withoutConfirmation.clear();
    batch = [];
    events.onRows(counts.rows);
  };

  for await (const read of readRows(chunks, { rules, confirmedAt }, events)) {
    counts.rows += 1;
    if (read.kind === 'bad') {
      bad(read.line, read.reason);
      continue;
    }
    const { row } = read;
    const first = firstLineOf.get(row.email.key);
    if (first !== undefined) {
      bad(row.line, `the same address as line ${first}`);
      continue;
    }
    firstLineOf.set(row.email.key, row.line);
    if (read.wantsConfirmation) withoutConfirmation.add(row.line);
    batch.push(row);
    if (batch.length === rowsOfBatch) await writeBatch();
  }
  if (batch.length > 0) await writeBatch();
  events.onRows(counts.rows);
  return counts;
}

async function* readRows(
  chunks: AsyncIterable<Buffer>,
  { rules, confirmedAt }: Pick<ImportOptions, 'rules' | 'confirmedAt'>,
  events: ImportEvents,
): AsyncGenerator<ReadRow> {
  let layout: Layout | null = null;
  for await (const read of readCsv(chunks)) {
    if (read.kind !== 'row') {
      const reason = reasonOf(read);
      if (!layout) throw new UnreadableFile(`The first row cannot be read: ${reason}.`);
      yield { kind: 'bad', line: read.line, reason };
    } else if (layout) yield readRow(read.line, read.cells, { ...rules, layout });
    else {
      layout = layoutOf(read, confirmedAt);
      events.onLayout(layout);
      if (layout.isHeaderless) yield readRow(read.line, read.cells, { ...rules, layout });
    }
  }
  if (!layout) throw new UnreadableFile('The file is empty.');
}

function layoutOf({ cells }: CsvLine & { kind: 'row' }, confirmedAt: string | null): Layout {
  const layout = readLayout(cells, confirmedAt);
  if (!layout) throw new UnreadableFile('The first row names no column of e-mail addresses.');
  if (confirmedAt !== null && !layout.places.has('confirmed_at')) {
    throw new UnreadableFile('The column that --confirmed-at names is not in the first row.');
  }
  return layout;
}

function reasonOf(read: Exclude<CsvLine, { kind: 'row' }>): string {
  if (read.kind === 'broken')
    return 'a quote of this row is not closed within 100,000 bytes: nothing from here on could be read';
  const { line, last } = read;
  return `a quote of this row is closed only on line ${last}, and more addresses lie between: none of lines ${line} to ${last} was taken`;
}
