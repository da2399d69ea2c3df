import type { ComponentProps } from 'react';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { GiftList } from '#components/forms/gift-list.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AccountPart } from './account-part.tsx';

type Props = {
  gifts: ComponentProps<typeof GiftList>['gifts'];
  language: Language;
  /** What came of taking one back. */
  result: 'revoked' | 'unknown' | null;
};

/** The articles that somebody has given away. */
export function GiftsPart({ gifts, language, result }: Props) {
  const { account, gift } = textsFor(language);
  return (
    <AccountPart
      id="gifts"
      heading={account.gifts.heading}
      sentence={gifts.length === 0 ? gift.none : account.gifts.sentence}
    >
      {result === 'revoked' && (
        <p role="status" className="furniture mb-3 text-accent">
          {gift.revoked}
        </p>
      )}
      {result === 'unknown' && <FormProblem message={gift.notYours} />}
      {gifts.length > 0 && <GiftList gifts={gifts} language={language} page="account" />}
    </AccountPart>
  );
}
