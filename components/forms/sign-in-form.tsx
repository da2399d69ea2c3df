import { TrapFields } from '#components/paywall/trap-fields.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  language: Language;
  source: string | null;
  /** What is wrong with the address that was typed. */
  problem?: string | null;
  typed?: string;
  trap?: boolean;
};

/** "Send me a link and a code": a plain form, no script is needed. */
export function SignInForm({ language, source, problem = null, typed = '', trap = true }: Props) {
  const { signIn, subscribe } = textsFor(language);
  return (
    <form action="/api/sign-in" method="post" className="max-w-[30rem] space-y-4">
      <HiddenFields language={language} source={source} />
      {trap && <TrapFields id="sign-in" label={subscribe.form.leaveEmpty} stamp={null} />}
      <TextField
        id="sign-in-email"
        name="email"
        type="email"
        label={subscribe.form.email}
        placeholder={subscribe.form.emailExample}
        autoComplete="email"
        maxLength={254}
        defaultValue={typed}
        problem={problem}
      />
      <Button>{signIn.button}</Button>
    </form>
  );
}
