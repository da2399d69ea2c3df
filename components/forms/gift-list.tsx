import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { giftsPath } from '#lib/site-urls.ts';
import { RevokeGift } from './gift-link.tsx';

type GivenArticle = { id: string; headline: string; isGood: boolean; until: string };

type Props = { gifts: GivenArticle[]; language: Language; page: 'gifts' | 'account' };

/** All that somebody has given, the newest first; what still opens can be looked at and taken back. */
export function GiftList({ gifts, language, page }: Props) {
  const words = textsFor(language).gift;
  if (gifts.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    <ul>
      {gifts.map(({ id, headline, isGood, until }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-t py-3"
        >
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-semibold text-card">{headline}</p>
            <p className="meta mt-1">{isGood ? words.until(until) : words.ended}</p>
            {isGood && (
              <a
                href={giftsPath(language, { id })}
                aria-label={`${words.linkLabel}: ${headline}`}
                className="text-link furniture inline-flex min-h-11 items-center"
              >
                {words.linkLabel}
              </a>
            )}
          </div>
          {isGood && <RevokeGift {...{ id, headline, language, page }} />}
        </li>
      ))}
    </ul>
  );
}
