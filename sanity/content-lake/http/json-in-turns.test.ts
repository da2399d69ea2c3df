import { DateTime } from 'groq-js';
import { expect, test } from 'vitest';
import { isSmall, jsonInTurns } from './json-in-turns.ts';

async function written(value: unknown): Promise<string> {
  let text = '';
  for await (const piece of jsonInTurns(value)) text += piece;
  return text;
}

test('a large value written in turns is what JSON.stringify writes', async () => {
  const odd = {
    date: new DateTime(new Date(0)),
    none: undefined,
    nothing: null,
    'a "key"': ['é', undefined],
  };
  const rows = Array.from({ length: 3000 }, (_, number) => ({ number, odd, text: 'x'.repeat(number % 50) }));
  const value = { rows, nested: { rows: [rows, undefined], empty: [], none: undefined }, text: 'end' };
  expect(isSmall(value)).toBe(false);
  expect(await written(value)).toBe(JSON.stringify(value));
});

test('small and bare values too', async () => {
  for (const value of [null, 1, 'a', [], {}, [undefined], new DateTime(new Date(0))]) {
    expect(await written(value)).toBe(JSON.stringify(value));
  }
});
