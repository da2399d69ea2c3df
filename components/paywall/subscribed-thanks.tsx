import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

/**
 * The line of thanks after a confirmation, once on every page that can be a sign-up's source. Pages are cached, so the
 * address's fragment shows it and the link to nowhere hides it again; neither needs JavaScript.
 */
export function SubscribedThanks({ language }: { language: Language }) {
  const words = textsFor(language).confirm;
  return (
    <div
      id="subscribed"
      role="status"
      className="fixed inset-x-0 bottom-0 z-10 hidden items-center justify-center gap-6 border-rule border-t bg-paper px-4 py-2 furniture target:flex"
    >
      <p className="text-ink">{words.thanks}</p>
      <a href="#read-on" className="inline-flex min-h-11 items-center text-accent underline">
        {words.close}
      </a>
    </div>
  );
}
