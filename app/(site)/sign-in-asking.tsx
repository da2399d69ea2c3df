import { cookies } from 'next/headers';
import { SignInPanel } from '#components/forms/sign-in-panel.tsx';
import { config } from '#lib/config.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { cookieName } from '#lib/subscribers/reader-cookies.ts';
import { parseTyped } from '#lib/subscribers/sign-up-request.ts';
import type { SignInQuery } from './sign-in-query.ts';

/** The form for the address, and what became of the last one that was sent. */
export async function SignInAsking({ query, language }: { query: SignInQuery; language: Language }) {
  const { signIn, signUp, subscribe } = textsFor(language);
  const { result, source, wait } = query;
  const typed = parseTyped((await cookies()).get(cookieName(config().SITE_URL, 'typed'))?.value).email;
  const panel = { language, source, typed };
  switch (result) {
    case 'invalid':
      markStatus(422);
      return <SignInPanel {...panel} problem={{ field: true, message: subscribe.form.invalid }} />;
    case 'trapped':
      markStatus(422);
      return <SignInPanel {...panel} trap={false} problem={{ field: false, message: signUp.again }} />;
    case 'limited':
      markStatus(429, wait);
      return (
        <SignInPanel {...panel} problem={{ field: false, message: signIn.tooMany(signIn.wait(wait)) }} />
      );
    case 'failed':
      markStatus(503, 30);
      return <SignInPanel {...panel} problem={{ field: false, message: signIn.failed }} />;
    case 'over':
      markStatus(410);
      return <SignInPanel {...panel} problem={{ field: false, message: signIn.over }} />;
    case 'signed-out':
      return <SignInPanel {...panel} notice={signIn.signedOut} />;
    default:
      return <SignInPanel {...panel} />;
  }
}
