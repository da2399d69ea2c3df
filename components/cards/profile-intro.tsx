import { CreditLine } from '#components/article/credit-line.tsx';
import { Picture } from '#components/site/picture.tsx';
import type { Profile } from '#lib/content/subject.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { name: string; profile: Profile; language: Language };

const pictureWidths = [160, 240, 320, 480];

/** The picture of who signs, and where else they are to be found. */
export function ProfileIntro({ name, profile: { picture, sameAs }, language }: Props) {
  if (!picture && sameAs.length === 0) return null;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-x-8 gap-y-4">
      {picture && (
        <figure className="w-40">
          <Picture picture={picture} shape="natural" widths={pictureWidths} sizes="160px" priority />
          <CreditLine caption={null} credit={picture.credit} />
        </figure>
      )}
      {sameAs.length > 0 && (
        <ul aria-label={textsFor(language).lists.elsewhere(name)} className="furniture">
          {sameAs.map((url) => (
            <li key={url}>
              <a href={url} rel="me noopener" className="text-link inline-flex min-h-11 items-center">
                {placeOf(url)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** An address as one reads it aloud: without what all addresses begin with. */
function placeOf(url: string): string {
  return url.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
