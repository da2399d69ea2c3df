import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';

export type CsvLine =
  | { kind: 'row'; line: number; cells: string[] }
  /** What follows cannot be told apart any more. */
  | { kind: 'broken'; line: number };

const recordSchema = z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) });
const mostOfOneRow = 100_000;

/**
 * The rows of a file with the line on which each begins, read as they come; rows without any words are left out. Commas,
 * semicolons (spreadsheets of much of Europe and America) or tabs, as the first line has them. A quote in the midst of a
 * cell is taken as a letter: a strict reader would lose the rows after it.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<CsvLine> {
  const [first, rest] = await split(chunks);
  const records = parse({
    bom: true,
    info: true,
    delimiter: delimiterOf(first),
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: mostOfOneRow,
  });
  // A file that cannot be read on ends the loop below with its error.
  pipeline(Readable.from(rest), records, () => undefined);
  let ended = 0;
  try {
    for await (const given of records) {
      const { record, info } = recordSchema.parse(given);
      const line = ended + 1;
      ended = info.lines;
      if (record.some((cell) => cell !== '')) yield { kind: 'row', line, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { kind: 'broken', line: ended + 1 };
  }
}

async function split(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<[string, AsyncGenerator<Buffer>]> {
  const iterator = (async function* () {
    yield* chunks;
  })();
  const { value: first = Buffer.alloc(0) } = await iterator.next();
  async function* all() {
    yield first;
    yield* iterator;
  }
  return [first.toString('utf8'), all()];
}

function delimiterOf(start: string): string {
  const header = start.split(/[\r\n]/, 1)[0] ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}
