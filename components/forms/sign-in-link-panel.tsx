import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { Button } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';
import { PressOnce } from './press-once.client.tsx';

type Props = { token: string; address: string; language: Language };

/** Names the address: whoever was sent somebody else's link sees whose account it opens. */
export function SignInLinkPanel({ token, address, language }: Props) {
  const { signIn } = textsFor(language);
  return (
    <Message heading={signIn.linkHeading}>
      <p>
        {signIn.linkSentence} <strong className="break-words">{address}</strong>.
      </p>
      <form action="/api/sign-in/link" method="post" className="pt-2">
        <HiddenFields language={language} />
        <input type="hidden" name="token" value={token} />
        <Button>{signIn.linkButton}</Button>
      </form>
      <PressOnce />
      <p className="pt-4 text-ink-2">{signIn.notYou}</p>
    </Message>
  );
}
