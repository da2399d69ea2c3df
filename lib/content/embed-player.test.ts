import { expect, test } from 'vitest';
import { frameSource, playerFor } from './embed-player.ts';

test.each([
  [
    'https://www.youtube.com/watch?v=abcdefghijk&t=3',
    'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
  ],
  ['https://youtu.be/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'],
  [
    'https://m.youtube.com/shorts/abcdefghijk',
    'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
  ],
  ['https://vimeo.com/12345/0a1b', 'https://player.vimeo.com/video/12345?dnt=1&autoplay=1&h=0a1b'],
  ['https://www.google.com/maps/embed?pb=!1m', 'https://www.google.com/maps/embed?pb=!1m'],
  ['https://x.com/somebody/status/42', 'https://platform.twitter.com/embed/Tweet.html?id=42&dnt=true'],
  ['https://www.instagram.com/p/Ab_1/', 'https://www.instagram.com/p/Ab_1/embed/'],
])('%s is shown by a player that its host has for it', (address, src) => {
  const player = playerFor(address);
  expect(player?.src).toBe(src);
  expect(src.startsWith(frameSource(player?.name ?? '') ?? 'none')).toBe(true);
});

test('a map of OpenStreetMap shows what its address names in the middle', () => {
  const src = new URL(playerFor('https://www.openstreetmap.org/#map=10/19.60/-87.60')?.src ?? '');
  const [west = 0, south = 0, east = 0, north = 0] = (src.searchParams.get('bbox') ?? '')
    .split(',')
    .map(Number);
  expect((west + east) / 2).toBeCloseTo(-87.6, 3);
  expect((south + north) / 2).toBeCloseTo(19.6, 3);
  expect(east).toBeGreaterThan(west);
  expect(north).toBeGreaterThan(south);
});

test.each([
  'https://example.org/watch?v=abcdefghijk',
  'https://youtube.com.example.org/watch?v=abcdefghijk',
  'https://www.youtube.com:8443/watch?v=abcdefghijk',
  'https://somebody@www.youtube.com/watch?v=abcdefghijk',
  'https://www.youtube.com/watch?v=..%2F..%2Fx',
  'https://www.youtube.com/playlist?list=abcdefghijk',
  'https://www.google.com/search?q=a',
  'https://x.com/somebody',
  'http://youtu.be/abcdefghijk',
])('%s stays a link: no frame is opened for it', (address) => {
  expect(playerFor(address)).toBeNull();
});

test('a name that is no player of ours opens no frame', () => {
  expect(frameSource('elsewhere')).toBeNull();
  expect(frameSource('constructor')).toBeNull();
});
