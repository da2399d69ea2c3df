import { Message } from '#components/site/message.tsx';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { buttonClass } from './button.tsx';
import { ListChoice } from './list-choice.tsx';
import { PressOnce } from './press-once.client.tsx';

type Props = {
  token: string;
  language: Language;
  siteName: string;
  /** What may come, and what was chosen of it; null when nothing was. */
  lists: NewsletterList[];
  chosen: string[] | null;
};

export function ConfirmPanel({ token, language, siteName, lists, chosen }: Props) {
  const { confirm: words, signUp } = textsFor(language);
  return (
    <Message heading={words.heading}>
      <p>{words.sentence(siteName)}</p>
      <form action="/api/confirm" method="post" className="max-w-[30rem] pt-2">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="language" value={language} />
        <ListChoice lists={lists} language={language} legend={signUp.willCome} chosen={chosen} />
        <button type="submit" className={buttonClass('main')}>
          {words.button}
        </button>
      </form>
      <PressOnce />
      <p className="pt-4 text-ink-2">{words.notYou}</p>
    </Message>
  );
}
