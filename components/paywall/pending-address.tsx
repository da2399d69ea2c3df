import type { SiteSettings } from '#lib/content/site-settings.ts';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import type { Visit } from '#lib/subscribers/visit.ts';
import { ResendForm } from './resend-form.client.tsx';
import { SignInLine } from './sign-in-line.tsx';
import { SubscribeForm } from './subscribe-form.client.tsx';

type Props = {
  pending: NonNullable<Visit['pending']>;
  copy: SiteSettings['wallCopy'];
  formCopy: SiteSettings['formCopy'];
  language: Language;
  source: string;
};

/** For a browser in which an address was left: where the message went, and every way on from there. */
export function PendingAddress({ pending, copy, formCopy, language, source }: Props) {
  const { wall, subscribe } = textsFor(language);
  return (
    <>
      <p className="mt-2 mb-5 text-ink-2">{fillIn(copy.pendingSentence, { address: pending.address })}</p>
      <ResendForm
        words={subscribe.form}
        language={language}
        source={source}
        waitSeconds={pending.waitSeconds}
      />
      <details className="furniture">
        <summary className="text-link inline-flex min-h-11 cursor-pointer list-none items-center [&::-webkit-details-marker]:hidden">
          {wall.otherAddress}
        </summary>
        <div className="pt-2">
          <SubscribeForm
            button={formCopy.button}
            words={subscribe.form}
            language={language}
            source={source}
            place="page"
          />
        </div>
      </details>
      <SignInLine question={wall.elsewhere} label={copy.signInLabel} language={language} source={source} />
    </>
  );
}
