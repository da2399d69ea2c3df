import { Picture } from '#components/site/picture.tsx';
import type { Picture as PictureData } from '#lib/content/picture.ts';
import { CreditLine } from './credit-line.tsx';

const widths = [480, 640, 800, 1080, 1280, 1600] as const;

/** A picture in the text, in its own shape. */
export function BodyFigure({ picture }: { picture: PictureData }) {
  return (
    <figure className="wide-column my-8">
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

/** Several pictures that belong together, side by side where there is room. */
export function Gallery({ pictures }: { pictures: (PictureData & { _key: string })[] }) {
  return (
    <ul className="wide-column my-8 grid gap-4 sm:grid-cols-2">
      {pictures.map((picture) => (
        <li key={picture._key}>
          <figure>
            <Picture
              picture={picture}
              shape="card"
              widths={widths}
              sizes="(width >= 64rem) 380px, (width >= 26.25rem) 48vw, calc(100vw - 2rem)"
            />
            <CreditLine caption={picture.caption} credit={picture.credit} />
          </figure>
        </li>
      ))}
    </ul>
  );
}
