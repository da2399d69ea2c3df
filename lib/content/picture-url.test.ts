import { afterEach, expect, test, vi } from 'vitest';
import { cutOut } from './picture-cut.ts';
import { pictureQuery, pictureSrcSet, pictureUrl } from './picture-url.ts';

const picture = {
  file: `${'a'.repeat(40)}-2000x1000.jpg`,
  width: 2000,
  height: 1000,
  lqip: null,
  hotspot: null,
  crop: null,
  alt: 'A picture',
  caption: null,
  credit: null,
};

test('without crop, hotspot and ratio it is the whole picture', () => {
  expect(cutOut(picture)).toEqual({ left: 0, top: 0, width: 2000, height: 1000 });
  expect(pictureQuery(picture, { width: 800 })).toBe('?w=800&fit=max&q=75&auto=format');
});

test('a ratio cuts from the middle', () => {
  expect(cutOut(picture, 1)).toEqual({ left: 500, top: 0, width: 1000, height: 1000 });
  expect(cutOut(picture, 4)).toEqual({ left: 0, top: 250, width: 2000, height: 500 });
});

test('the editor’s crop bounds every cut', () => {
  const cropped = { ...picture, crop: { left: 0.1, right: 0.4, top: 0.2, bottom: 0 } };
  expect(cutOut(cropped)).toEqual({ left: 200, top: 200, width: 1000, height: 800 });
  expect(cutOut(cropped, 1)).toEqual({ left: 300, top: 200, width: 800, height: 800 });
});

test('the hotspot’s middle stays in the picture, as near to the middle as the crop allows', () => {
  const hotspot = { x: 0.9, y: 0.5, width: 0.1, height: 0.1 };
  expect(cutOut({ ...picture, hotspot }, 1)).toEqual({ left: 1000, top: 0, width: 1000, height: 1000 });
  const slight = { ...hotspot, x: 0.6 };
  expect(cutOut({ ...picture, hotspot: slight }, 1)).toEqual({
    left: 700,
    top: 0,
    width: 1000,
    height: 1000,
  });
});

test('a height is exact and names the part in the original’s pixels', () => {
  expect(pictureQuery(picture, { width: 400, height: 400, quality: 60 })).toBe(
    '?rect=500,0,1000,1000&w=400&h=400&fit=crop&q=60&auto=format',
  );
});

test('a drawing is not resized', () => {
  expect(pictureQuery({ ...picture, file: `${'a'.repeat(40)}-20x10.svg` }, { width: 400 })).toBe('');
});

afterEach(() => vi.unstubAllEnvs());

test('addresses stay on the site; a srcset offers no size that the original cannot fill', async () => {
  stubConfiguration();
  expect(pictureUrl(picture, { width: 400 })).toMatch(
    /^\/images\/local\/production\/a{40}-2000x1000\.jpg\?w=400&/,
  );
  const small = pictureSrcSet(picture, [1600, 400, 800], 1).split(', ');
  expect(small.map((one) => one.split(' ')[1])).toEqual(['400w', '800w']);
  expect(small[0]).toContain('&h=400&');
  expect(pictureSrcSet({ ...picture, width: 300, height: 200 }, [400, 800])).toMatch(/ 300w$/);
});

function stubConfiguration(): void {
  vi.stubEnv('SANITY_API_READ_TOKEN', 'x'.repeat(24));
  vi.stubEnv('SANITY_WEBHOOK_SECRET', 'x'.repeat(24));
  vi.stubEnv('SESSION_SECRET', 'x'.repeat(24));
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none');
  vi.stubEnv('SMTP_URL', 'smtp://localhost');
}
