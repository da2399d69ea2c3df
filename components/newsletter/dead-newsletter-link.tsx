import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath, frontPath } from '#lib/site-urls.ts';

type Props = { why: 'unknown' | 'gone'; language: Language };

/** A link that is no link of ours, or whose reader has deleted the account. */
export function DeadNewsletterLink({ why, language }: Props) {
  const { unsubscribe: words, subscribe } = textsFor(language);
  const isGone = why === 'gone';
  return (
    <Message heading={isGone ? words.goneHeading : words.badHeading}>
      <p>{isGone ? words.goneSentence : words.badSentence}</p>
      <p>
        <a href={isGone ? frontPath(language) : accountPath(language)} className="text-link">
          {isGone ? subscribe.toFront : words.toAccount}
        </a>
      </p>
    </Message>
  );
}
