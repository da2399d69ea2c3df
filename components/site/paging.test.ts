import { expect, test } from 'vitest';
import { shownPages } from './paging.tsx';

test('the first, the last and the neighbours are offered, each once', () => {
  expect(shownPages(1, 2)).toEqual([1, 2]);
  expect(shownPages(5, 9)).toEqual([1, 4, 5, 6, 9]);
  expect(shownPages(9, 9)).toEqual([1, 8, 9]);
  expect(shownPages(1, 1)).toEqual([1]);
});
