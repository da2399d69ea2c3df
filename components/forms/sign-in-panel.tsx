import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { subscribePath } from '#lib/site-urls.ts';
import { FormProblem } from './form-problem.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Props = {
  language: Language;
  source: string | null;
  /** Why the reader is here again: a fault of what was typed, or of something else. */
  problem?: { field: boolean; message: string } | null;
  /** What has just been done. */
  notice?: string | null;
  typed?: string;
  /** No, once a browser has filled it in by itself. */
  trap?: boolean;
  /** In place of the usual words. */
  heading?: string;
  sentence?: string;
};

/** The way in for whoever is subscribed. */
export function SignInPanel({
  language,
  source,
  problem = null,
  notice = null,
  typed = '',
  trap = true,
  ...words
}: Props) {
  const { signIn } = textsFor(language);
  return (
    <Message heading={words.heading ?? signIn.heading}>
      {notice && (
        <p role="status" className="furniture border-accent border-l-3 py-1 pl-3">
          {notice}
        </p>
      )}
      <p className="text-ink-2">{words.sentence ?? signIn.sentence}</p>
      <FormProblem message={problem && !problem.field ? problem.message : null} />
      <div className="pt-2">
        <SignInForm
          language={language}
          source={source}
          problem={problem?.field ? problem.message : null}
          typed={typed}
          trap={trap}
        />
      </div>
      <p className="furniture mt-8 border-rule border-t pt-4 text-ink-2">
        {signIn.noSubscription}{' '}
        <a href={subscribePath(language, { source })} className="text-link">
          {signIn.subscribe}
        </a>
      </p>
    </Message>
  );
}
