import { CsvError, parse } from 'csv-parse';

export type CsvLine =
  | { kind: 'row'; line: number; cells: string[] }
  /** A quote that is closed by a later row's: the lines up to `last` are one row, and others hide in it. */
  | { kind: 'swallowed'; line: number; last: number }
  /** A quote in the row that begins here is not closed; what follows cannot be told apart any more. */
  | { kind: 'broken'; line: number };

const mostOfOneRow = 100_000;

/** Every row of people has an address. A line break and then one more, in one cell: the cell holds other rows. */
const swallowsRows = /[\r\n][\s\S]*[^\s@"',;]@[^\s@"',;]+\.[^\s@"',;]/;

/**
 * The rows of a file with the line on which each begins, read as they come; rows without any words are left out. Commas,
 * semicolons (spreadsheets of much of Europe and America) or tabs, as the first line has them. A quote in the midst of a
 * cell is taken as a letter: a strict reader would lose the rows after it.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<CsvLine> {
  let reader: ReturnType<typeof csvReader> | null = null;
  let ended = 0;
  try {
    for await (const chunk of chunks) {
      reader ??= csvReader(delimiterOf(chunk.toString('utf8')));
      await reader.take(chunk);
      yield* told(reader.found());
    }
    await reader?.end();
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* told(reader?.found() ?? []);
    yield { kind: 'broken', line: ended + 1 };
    return;
  }
  yield* told(reader?.found() ?? []);

  function* told(records: CsvRecord[]): Generator<CsvLine> {
    for (const { cells, last } of records) {
      const line = ended + 1;
      ended = last;
      if (cells.some((cell) => swallowsRows.test(cell))) yield { kind: 'swallowed', line, last };
      else if (cells.some((cell) => cell !== '')) yield { kind: 'row', line, cells };
    }
  }
}

type CsvRecord = { cells: string[]; last: number };

/**
 * Fed chunk by chunk, and asked for the records that are whole. Read as a stream, a parser that fails throws away the
 * records before the failure that nobody has taken yet.
 */
function csvReader(delimiter: string) {
  let records: CsvRecord[] = [];
  // Inside of quotes the parser counts CR and LF as a line each.
  let countedTwice = 0;
  const parser = parse({
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: mostOfOneRow,
    on_record: (cells: string[], { lines }) => {
      for (const cell of cells) countedTwice += cell.split('\r\n').length - 1;
      records.push({ cells, last: lines - countedTwice });
      // Nothing is handed on to the stream.
      return null;
    },
  });
  // The failure comes to whoever has written; without a listener it would end the program as well.
  parser.on('error', () => undefined);
  const settled = (act: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      act((error) => (error ? reject(error) : resolve()));
    });
  return {
    take: (chunk: Buffer) => settled((done) => parser.write(chunk, done)),
    end: () => settled((done) => parser.end(done)),
    found: (): CsvRecord[] => {
      const whole = records;
      records = [];
      return whole;
    },
  };
}

function delimiterOf(start: string): string {
  const header = start.split(/[\r\n]/, 1)[0] ?? '';
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}
