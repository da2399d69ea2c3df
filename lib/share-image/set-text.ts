import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { xmlText } from '#lib/seo/xml-text.ts';

/**
 * Cut by scripts/subset-fonts.ts. `family` is the name inside the file: by another one a stand-in would be set. The
 * comma ends it; without one its last word would be read as a weight.
 */
const fonts = {
  headline: { file: 'share-headline.ttf', family: 'Newsreader 16pt,' },
  furniture: { file: 'share-furniture.ttf', family: 'Public Sans Thin,' },
} as const;

export type Setting = {
  text: string;
  font: keyof typeof fonts;
  /** In pixels. */
  size: number;
  colour: string;
  width: number;
  /** Pixels between the lines beyond what the font asks for. */
  leading?: number;
};

type SetText = { input: Buffer; width: number; height: number };

/** A text as a picture of itself. The setter reads markup, so the text is escaped. */
export async function setText({ text, font, size, colour, width, leading = 0 }: Setting): Promise<SetText> {
  const { file, family } = fonts[font];
  const { data, info } = await sharp({
    text: {
      // A point is a pixel at 72 dots an inch.
      text: `<span foreground="${colour}" size="${size}pt">${xmlText(text)}</span>`,
      font: family,
      fontfile: join(process.cwd(), 'app/fonts', file),
      width,
      spacing: leading,
      rgba: true,
      dpi: 72,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height };
}

/** The largest of the sizes at which the text fits; at the smallest, what does not fit is cut off by whoever places it. */
export async function setToFit(
  setting: Omit<Setting, 'size'>,
  sizes: readonly number[],
  height: number,
): Promise<SetText> {
  const [smallest = 0, ...larger] = sizes.toSorted((a, b) => a - b);
  for (const size of larger.toReversed()) {
    const set = await setText({ ...setting, size });
    if (set.height <= height && set.width <= setting.width) return set;
  }
  return setText({ ...setting, size: smallest });
}

/** Where a set text goes, cut to the room that it has. */
export async function placed(
  set: SetText,
  left: number,
  top: number,
  height: number,
): Promise<OverlayOptions> {
  if (set.height <= height) return { input: set.input, left, top };
  const input = await sharp(set.input).extract({ left: 0, top: 0, width: set.width, height }).toBuffer();
  return { input, left, top };
}
