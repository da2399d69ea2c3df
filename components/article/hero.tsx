import { Picture } from '#components/site/picture.tsx';
import type { Picture as PictureData } from '#lib/content/picture.ts';
import { CreditLine } from './credit-line.tsx';

const widths = [480, 640, 800, 1080, 1280, 1600, 2000] as const;
const sizes = '(width >= 77.5rem) 974px, (width >= 64rem) 80vw, 100vw';

/** The picture that opens an article: ten columns wide, edge to edge on a phone. */
export function Hero({ picture }: { picture: PictureData }) {
  return (
    <figure className="col-span-full lg:col-span-10 lg:col-start-2">
      <Picture
        picture={picture}
        shape="hero"
        widths={widths}
        sizes={sizes}
        priority
        className="max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:max-w-none"
      />
      <CreditLine caption={picture.caption} credit={picture.credit} />
    </figure>
  );
}
