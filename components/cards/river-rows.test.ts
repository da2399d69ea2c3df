import { expect, test } from 'vitest';
import { riverRows } from './river-rows.ts';

test('rivers run one across, two side by side, and none is lost', () => {
  expect(riverRows([1, 2, 3, 4, 5, 6])).toEqual([[1], [2, 3], [4], [5, 6]]);
  expect(riverRows([1, 2])).toEqual([[1], [2]]);
  expect(riverRows([])).toEqual([]);
});
