import { expect, test } from 'vitest';
import { type CsvLine, readCsv } from './read-csv.ts';

const rows = Array.from({ length: 1000 }, (_, index) => `r${index}@example.com,"N ${index}"`).join('\n');

async function read(file: string, chunkSize = 65_536): Promise<CsvLine[]> {
  const bytes = Buffer.from(file);
  const chunks: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += chunkSize)
    chunks.push(bytes.subarray(start, start + chunkSize));
  const lines: CsvLine[] = [];
  for await (const line of readCsv(chunks)) {
    lines.push(line);
    // As an import that writes between two rows: the parser must not lose what it holds meanwhile.
    if (lines.length % 100 === 0) await new Promise(setImmediate);
  }
  return lines;
}

test.each([
  ['at the end of the file', 'x@example.com,"X\ny@example.com,Y\n'],
  ['before a hundred thousand bytes', `x@example.com,"X\n${'y@example.com,Y\n'.repeat(8000)}`],
  ['around a cell of more than that', `x@example.com,"${'X'.repeat(150_000)}"\ny@example.com,Y\n`],
])('a quote that is open %s costs no row before it, and is told by the line of its row', async (_, rest) => {
  for (const chunkSize of [65_536, 1000]) {
    const lines = await read(`email,name\n${rows}\n${rest}`, chunkSize);
    expect(lines.filter(({ kind }) => kind === 'row')).toHaveLength(1001);
    expect(lines.at(-1)).toEqual({ kind: 'broken', line: 1002 });
  }
});

test('rows that hide in a cell because its quote is closed by a later row’s are told by their lines', async () => {
  const file = 'email,name\na@example.com,"A\nb@example.com,B\nc@example.com,"C"\nd@example.com,D\n';
  expect((await read(file)).slice(1)).toEqual([
    { kind: 'swallowed', line: 2, last: 4 },
    { kind: 'row', line: 5, cells: ['d@example.com', 'D'] },
  ]);
});

test('a note of several lines is a cell like another, and rows behind it keep their lines', async () => {
  const file = 'email,note\na@example.com,"met @ the pier\r\nasked for mail"\n\nb@example.com,B\n';
  expect((await read(file)).slice(1)).toEqual([
    { kind: 'row', line: 2, cells: ['a@example.com', 'met @ the pier\r\nasked for mail'] },
    { kind: 'row', line: 5, cells: ['b@example.com', 'B'] },
  ]);
});
