import { Button } from '#components/forms/button.tsx';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { preferencesPath } from '#lib/site-urls.ts';
import { TokenFields } from './token-fields.tsx';

type Props = {
  token: string;
  language: Language;
  /** Masked: the link opens for whoever a mail was forwarded to. */
  address: string;
  problem: string | null;
  /** The List that brought the link, while it is chosen. */
  only: { id: string; title: string } | null;
  /** Somebody who had left has just come back. */
  isUndone: boolean;
};

/** Leaving is one press: of everything, or of the List that brought the link. */
export function LeavePanel({ token, language, address, problem, only, isUndone }: Props) {
  const words = textsFor(language).unsubscribe;
  return (
    <Message heading={words.heading}>
      <FormProblem message={problem} />
      {isUndone && (
        <p role="status" className="furniture text-accent">
          {words.undone}
        </p>
      )}
      <p>
        {words.sentence} <strong className="break-words">{address}</strong>.
      </p>
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <form action="/api/unsubscribe" method="post">
          <TokenFields token={token} language={language} />
          <Button>{words.button}</Button>
        </form>
        {only && (
          <form action="/api/unsubscribe" method="post">
            <TokenFields token={token} language={language} />
            <input type="hidden" name="only" value={only.id} />
            <Button look="plain">{words.only(only.title)}</Button>
          </form>
        )}
      </div>
      <p className="pt-4 text-ink-2">
        {words.noButton}{' '}
        <a href={preferencesPath(language, { token })} className="text-link">
          {words.manage}
        </a>
      </p>
    </Message>
  );
}
