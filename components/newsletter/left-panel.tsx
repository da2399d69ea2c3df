import { Button } from '#components/forms/button.tsx';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath, signInPath } from '#lib/site-urls.ts';
import { ReasonForm } from './reason-form.tsx';
import { TokenFields } from './token-fields.tsx';

type Props = {
  token: string;
  language: Language;
  address: string;
  problem: string | null;
  /** What was left, and that can be taken back; null when it was long ago or in another way. */
  leaving: { id: string; listId: string | null; reason: string | null; canBeUndone: boolean } | null;
  /** The List, when it was one only and can be named. */
  listTitle: string | null;
  isThanked: boolean;
};

/** It is done, and says so; then the way back, and the question why, which nobody has to answer. */
export function LeftPanel({ token, language, address, problem, leaving, listTitle, isThanked }: Props) {
  const words = textsFor(language).unsubscribe;
  const isOne = leaving !== null && leaving.listId !== null;
  return (
    <Message heading={isOne ? words.onlyHeading(listTitle) : words.doneHeading}>
      <FormProblem message={problem} />
      <p className="text-ink-2">
        <strong className="break-words text-ink">{address}</strong>
      </p>
      <p role="status">{isOne ? words.onlySentence : leaving ? words.doneSentence : words.nothingSentence}</p>
      {leaving?.canBeUndone ? (
        <form action="/api/unsubscribe/undo" method="post" className="flex flex-wrap items-center gap-4">
          <TokenFields token={token} language={language} left={leaving.id} />
          <p>{words.undoSentence}</p>
          <Button look="plain">{words.undo}</Button>
        </form>
      ) : (
        <p>
          <a href={signInPath(language, { source: accountPath(language) })} className="text-link">
            {words.signIn}
          </a>
        </p>
      )}
      {isOne && (
        <form action="/api/unsubscribe" method="post">
          <TokenFields token={token} language={language} />
          <Button look="plain">{words.button}</Button>
        </form>
      )}
      {isThanked && (
        <p role="status" className="furniture pt-4 text-accent">
          {words.reasonThanks}
        </p>
      )}
      {leaving?.canBeUndone && leaving.reason === null && !isThanked && (
        <ReasonForm token={token} language={language} left={leaving.id} />
      )}
    </Message>
  );
}
