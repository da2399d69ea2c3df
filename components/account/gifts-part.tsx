import { Button } from '#components/forms/button.tsx';
import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AccountPart } from './account-part.tsx';

/** `until` is a day in the page's language. */
export type GivenArticle = { id: string; headline: string; isGood: boolean; until: string };

type Props = { gifts: GivenArticle[]; language: Language };

/** The articles that this reader gave away. */
export function GiftsPart({ gifts, language }: Props) {
  const words = textsFor(language).account.gifts;
  return (
    <AccountPart
      id="gifts"
      heading={words.heading}
      sentence={gifts.length === 0 ? words.none : words.sentence}
    >
      {gifts.length > 0 && (
        <ul className="divide-y divide-rule">
          {gifts.map((gift) => (
            <li key={gift.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-60">
                <p className="font-semibold text-card">{gift.headline}</p>
                <p className="meta mt-1">{gift.isGood ? words.until(gift.until) : words.ended}</p>
              </div>
              {gift.isGood && (
                <form action="/api/gift/revoke" method="post">
                  <HiddenFields language={language} />
                  <input type="hidden" name="id" value={gift.id} />
                  <Button look="plain" label={`${words.button}: ${gift.headline}`}>
                    {words.button}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </AccountPart>
  );
}
