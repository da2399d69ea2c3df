import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { subscribePath } from '#lib/site-urls.ts';
import { SubscribeForm } from './subscribe-form.client.tsx';

type SubscribeBlockProps = {
  copy: SiteSettings['formCopy'];
  language: Language;
  /** The page's own path, e.g. /articles/x: where the confirmation leads back to. */
  source: string | null;
  /** Different for each block on a page. */
  id?: string;
  /** A confirmed reader sees that they are one instead of a form. */
  subscribedTo?: string | null;
};

export function SubscribeBlock({
  copy,
  language,
  source,
  id = 'subscribe',
  subscribedTo,
}: SubscribeBlockProps) {
  const { subscribe: words, signUp } = textsFor(language);
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="border-rule border-t pt-8 pb-4">
      <h2 id={`${id}-heading`} className="text-balance text-second font-semibold">
        {copy.heading}
      </h2>
      {subscribedTo ? (
        <p className="mt-2 furniture text-ink-2">{words.alreadySubscribed(subscribedTo)}</p>
      ) : (
        <>
          <p className="mt-2 mb-4 text-pretty text-ink-2">{copy.sentence}</p>
          <SubscribeForm
            button={copy.button}
            words={words.form}
            language={language}
            source={source}
            place="page"
          />
          <p className="meta">
            <a
              href={subscribePath(language, { source })}
              className="text-link inline-flex min-h-11 items-center"
            >
              {signUp.chooseLink}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
