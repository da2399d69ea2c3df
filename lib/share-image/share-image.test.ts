import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawShareImage, pictureSize, type ShareCard } from './draw-share-image.ts';
import { setText, setToFit } from './set-text.ts';

const card: ShareCard = {
  ...{ headline: 'U.S. Presses Mexico for Border Security Results', label: 'Politics' },
  ...{ paper: 'Riviera Maya News & Events', picture: null },
};
const line = { text: 'Hamburgefonts', size: 60, colour: '#000000', width: 1000 };

test('a card has the size that previews want, whatever an editor writes into a headline', async () => {
  for (const headline of [
    card.headline,
    '<b>&</b> </span> & "x"',
    `${'Chargoggagogg'.repeat(20)} ${'of '.repeat(200)}`,
  ]) {
    const drawn = await drawShareImage({ ...card, headline });
    expect(await sharp(drawn).metadata()).toMatchObject({ width: 1200, height: 630, format: 'jpeg' });
    expect(drawn.length).toBeLessThan(200_000);
  }
});

test('the picture stands on the right, and nothing is set over it', async () => {
  const picture = await sharp({ create: { ...pictureSize, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  const drawn = await drawShareImage({ ...card, headline: card.headline.repeat(3), picture });
  const { width, height } = pictureSize;
  const right = { left: 1200 - width + 8, top: 0, width: width - 8, height };
  const { channels } = await sharp(await sharp(drawn).extract(right).toBuffer()).stats();
  expect(channels.map(({ mean }) => Math.round(mean / 10))).toEqual([25, 0, 0]);
});

test('texts are set in the site’s own type, not in what the machine has', async () => {
  const [headline, furniture] = await Promise.all([
    setText({ ...line, font: 'headline' }),
    setText({ ...line, font: 'furniture' }),
  ]);
  // Measured with the two files; a stand-in of the machine would be as wide for one as for the other.
  expect(Math.abs(headline.width - 435)).toBeLessThan(6);
  expect(Math.abs(furniture.width - 438)).toBeLessThan(6);
});

test('a long headline is set smaller', async () => {
  const long = await setToFit({ ...line, font: 'headline', text: 'word '.repeat(40) }, [76, 40], 300);
  expect(long.height).toBeLessThanOrEqual(300);
});
