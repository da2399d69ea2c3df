import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { placed, setText, setToFit } from './set-text.ts';

/** What the card of an article says: of a text behind the wall no more than any list does. */
export type ShareCard = {
  headline: string;
  /** Above the headline: the section. */
  label: string;
  paper: string;
  /** Best of the size `pictureSize`; it is made so. */
  picture: Buffer | null;
};

const size = { width: 1200, height: 630 };
export const pictureSize = { width: 470, height: size.height };
const margin = 64;
const colours = { paper: '#fcfbf8', ink: '#1a1d1f', accent: '#00626a' };
const headlineTop = 190;
const headlineHeight = 330;

/** The card that other sites show of an article, in the site's own type; a JPEG. */
export async function drawShareImage({ headline, label, paper, picture }: ShareCard): Promise<Buffer> {
  const width = size.width - 2 * margin - (picture ? pictureSize.width : 0);
  const line = { font: 'furniture', width } as const;
  const [mark, name, above, main] = await Promise.all([
    drawMark(),
    setToFit({ ...line, text: paper, colour: colours.ink }, [28, 24, 20], 36),
    setText({ ...line, text: label, size: 26, colour: colours.accent }),
    setToFit(
      { font: 'headline', width, text: headline, colour: colours.ink, leading: -2 },
      [...(picture ? [] : [100, 88]), 76, 68, 60, 52, 46, 40],
      headlineHeight,
    ),
  ]);
  const layers = await Promise.all([
    { input: mark, left: margin, top: 56 },
    placed(above, margin, 140, 36),
    placed(main, margin, headlineTop, headlineHeight),
    placed(name, margin, size.height - 56 - name.height, 40),
  ]);
  const beside = picture
    ? [
        {
          input: await sharp(picture)
            .resize({ ...pictureSize, fit: 'cover' })
            .toBuffer(),
          left: size.width - pictureSize.width,
          top: 0,
        },
      ]
    : [];
  return sharp({ create: { ...size, channels: 3, background: colours.paper } })
    .composite([...layers, ...beside])
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer();
}

async function drawMark(): Promise<Buffer> {
  const file = await readFile(join(process.cwd(), 'public/mark.svg'));
  return sharp(file, { density: 150 }).resize(60, 60).png().toBuffer();
}
