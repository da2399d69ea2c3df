import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

/**
 * Cuts the site's font files out of the families on npm: Latin with Spanish, the weights and optical sizes that
 * the stylesheet uses. Run it when a package changes; the results are kept in app/fonts.
 */
const cuts = [
  {
    from: 'newsreader/files/newsreader-latin-opsz-normal.woff2',
    to: 'newsreader.woff2',
    axes: { wght: { min: 400, max: 600, default: 400 }, opsz: { min: 14, max: 60, default: 18 } },
  },
  {
    from: 'newsreader/files/newsreader-latin-opsz-italic.woff2',
    to: 'newsreader-italic.woff2',
    axes: { wght: 400, opsz: 24 },
  },
  {
    from: 'public-sans/files/public-sans-latin-wght-normal.woff2',
    to: 'public-sans.woff2',
    axes: { wght: { min: 400, max: 600, default: 400 } },
  },
  // The program that draws share images reads neither compressed nor variable fonts.
  {
    from: 'newsreader/files/newsreader-latin-opsz-normal.woff2',
    to: 'share-headline.ttf',
    axes: { wght: 600, opsz: 60 },
  },
  {
    from: 'public-sans/files/public-sans-latin-wght-normal.woff2',
    to: 'share-furniture.ttf',
    axes: { wght: 600 },
  },
];

const ascii = range(0x20, 0x7e);
const latin1 = range(0xa0, 0xff);
const typography = 'ŒœŸ–—‘’‚“”„†‡•…‰′″‹›€™−←→↑↓\u2009\u200a\u202f';

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
for (const { from, to, axes } of cuts) {
  const family = await readFile(join(root, 'node_modules/@fontsource-variable', from));
  const cut = await subsetFont(family, ascii + latin1 + typography, {
    targetFormat: to.endsWith('.ttf') ? 'truetype' : 'woff2',
    variationAxes: axes,
  });
  await writeFile(join(root, 'app/fonts', to), cut);
  console.log(`${to}: ${family.length} → ${cut.length} bytes`);
}
