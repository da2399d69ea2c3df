import { stringify } from 'csv-stringify/sync';
import { expect, test } from 'vitest';
import { guardCell, unguardCell } from './csv-guard.ts';
import { type CsvLine, readCsv } from './read-csv.ts';

const alphabet = ['=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', ' ', 'a', 'ñ', '😀', '\uFEFF'];

/** Every cell of up to four of the characters that mean something somewhere. */
function* cells(): Generator<string> {
  let last = [''];
  yield '';
  for (let length = 1; length <= 4; length += 1) {
    last = last.flatMap((start) => alphabet.map((next) => start + next));
    yield* last;
  }
}

test('taking the guard away gives back the cell, whatever it holds', () => {
  for (const cell of cells()) expect(unguardCell(guardCell(cell))).toBe(cell);
});

test('no guarded cell begins as a formula, and no other cell is changed', () => {
  for (const cell of cells()) {
    expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r]/);
    if (!/^'*[=+\-@\t\r]/.test(cell)) expect(guardCell(cell)).toBe(cell);
  }
});

test('a cell comes back through a file as it was, line breaks, quotes and delimiters included', async () => {
  const sample = [...cells()].filter((_, index) => index % 7 === 0);
  const file = stringify([['email', 'words'], ...sample.map((cell) => ['x', guardCell(cell)])], {
    record_delimiter: 'windows',
  });
  const lines: CsvLine[] = [];
  for await (const line of readCsv([Buffer.from(file)])) lines.push(line);
  const words = lines.slice(1).map((line) => (line.kind === 'row' ? unguardCell(line.cells[1] ?? '') : line));
  expect(words).toEqual(sample);
});
