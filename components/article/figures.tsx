import { Picture } from '#components/site/picture.tsx';
import type { Picture as PictureData } from '#lib/content/picture.ts';
import { pictureUrl } from '#lib/content/picture-url.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { CreditLine } from './credit-line.tsx';
import { Lightbox } from './lightbox.client.tsx';

const widths = [480, 640, 800, 1080, 1280, 1600] as const;
const largest = 1600;

/** A picture in the text, in its own shape. */
export function BodyFigure({ picture }: { picture: PictureData }) {
  return (
    <figure className="wide-column my-8 break-inside-avoid">
      <Picture
        picture={picture}
        shape="natural"
        widths={widths}
        sizes="(width >= 64rem) 776px, calc(100vw - 2rem)"
      />
      <CreditLine caption={picture.caption} credit={picture.credit} />
    </figure>
  );
}

type GalleryProps = { pictures: (PictureData & { _key: string })[]; language: Language };

/** Several pictures that belong together, side by side where there is room; each leads to itself, large and uncut. */
export function Gallery({ pictures, language }: GalleryProps) {
  const { enlarge, ...words } = textsFor(language).article.gallery;
  return (
    <Lightbox words={words}>
      <ul className="grid gap-4 sm:grid-cols-2">
        {pictures.map((picture) => (
          <li key={picture._key} className="break-inside-avoid">
            <figure>
              <a
                href={pictureUrl(picture, { width: largest })}
                data-enlarge=""
                aria-label={enlarge(picture.alt)}
                className="block cursor-zoom-in"
              >
                <Picture
                  picture={picture}
                  shape="card"
                  widths={widths}
                  sizes="(width >= 64rem) 380px, (width >= 26.25rem) 48vw, calc(100vw - 2rem)"
                />
              </a>
              <CreditLine caption={picture.caption} credit={picture.credit} />
            </figure>
          </li>
        ))}
      </ul>
    </Lightbox>
  );
}
