import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { signInPath } from '#lib/site-urls.ts';
import { Button } from './button.tsx';
import { FormProblem } from './form-problem.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { PressOnce } from './press-once.client.tsx';
import { SendAgain } from './send-again.client.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  language: Language;
  source: string | null;
  problem: { field: boolean; message: string } | null;
  /** The mail was sent once more. */
  sentAgain: boolean;
  waitSeconds: number;
};

/** What everybody reads after asking to be signed in, whatever is known of the address. */
export function SignInCodePanel({ language, source, problem, sentAgain, waitSeconds }: Props) {
  const { signIn } = textsFor(language);
  return (
    <Message heading={signIn.sentHeading}>
      <p role="status">{sentAgain ? signIn.againSent : signIn.sentSentence}</p>
      <FormProblem message={problem && !problem.field ? problem.message : null} />
      <form action="/api/sign-in/code" method="post" className="space-y-4 pt-2">
        <HiddenFields language={language} source={source} />
        <TextField
          id="sign-in-code"
          name="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          label={signIn.code}
          problem={problem?.field ? problem.message : null}
          wide={false}
        />
        <Button>{signIn.codeButton}</Button>
      </form>
      <PressOnce />
      <div className="furniture mt-8 space-y-3 border-rule border-t pt-4">
        <p className="text-ink-2">{signIn.nothingThere}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <SendAgain
            action="/api/sign-in/again"
            look="plain"
            language={language}
            source={source}
            waitSeconds={waitSeconds}
            button={signIn.again}
            wait={signIn.againIn('{seconds}')}
          />
          <a href={signInPath(language, { source })} className="text-link inline-flex min-h-11 items-center">
            {signIn.otherAddress}
          </a>
        </div>
      </div>
    </Message>
  );
}
