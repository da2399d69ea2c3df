import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { gatedClass, wallId } from '#lib/paywall/gated-part.ts';
import type { Visit } from '#lib/subscribers/visit.ts';
import { ContinueReading } from './continue-reading.tsx';
import { PendingAddress } from './pending-address.tsx';
import { SignInLine } from './sign-in-line.tsx';
import { SubscribeForm } from './subscribe-form.client.tsx';

type Props = {
  settings: SiteSettings;
  language: Language;
  slug: string;
  /** The article's own path: where confirmation and sign-in lead back to. */
  source: string;
  visit: Visit;
};

/** In place of the text that this reader does not get. All of it is plain HTML; the server decides. */
export function Wall({ settings, language, slug, source, visit }: Props) {
  const { wallCopy: copy, formCopy } = settings;
  const { subscribe } = textsFor(language);
  const { pending, allowance } = visit;
  return (
    <section
      id={wallId}
      aria-labelledby="wall-heading"
      className={`${gatedClass} text-column border-ink border-t pt-6 print:hidden`}
    >
      <h2 id="wall-heading" className="text-second">
        {pending ? copy.pendingHeading : copy.heading}
      </h2>
      {pending ? (
        <PendingAddress {...{ pending, copy, formCopy, language, source }} />
      ) : (
        <>
          <p className="mt-2 mb-5 text-ink-2">{copy.sentence}</p>
          <SubscribeForm
            button={formCopy.button}
            words={subscribe.form}
            language={language}
            source={source}
            place="page"
          />
          <SignInLine question={copy.signInQuestion} label={copy.signInLabel} {...{ language, source }} />
        </>
      )}
      {allowance && (
        <ContinueReading copy={copy} timeZone={settings.timeZone} {...{ allowance, language, slug }} />
      )}
    </section>
  );
}
