import { expect, test } from 'vitest';
import { encodeBlurHash } from './blur-hash.ts';

/** Red fades to the right, green downwards. */
const pixels = Uint8Array.from({ length: 8 * 6 * 3 }, (_, index) => {
  const place = Math.floor(index / 3);
  return [255 - ((place % 8) * 255) / 7, 255 - (Math.floor(place / 8) * 255) / 5, 128][index % 3] ?? 0;
});

test.each([
  // What the npm package blurhash 2.0.5, by the authors of the algorithm, says of the same pixels.
  [5, 3, 'M~I5er}Y;$-U$5y,xYsUoxo1g]g0fQg0fQ'],
  [1, 1, '00I5er'],
])('%i by %i components are what everybody else reads as this picture', (across, down, hash) => {
  expect(encodeBlurHash(pixels, { width: 8, height: 6 }, across, down)).toBe(hash);
});
