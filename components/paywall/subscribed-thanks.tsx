import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { ReturnToPlace } from './return-to-place.client.tsx';

/**
 * The line after a confirmation or a sign-in, once on every page that can be the source of one. Pages are cached, so the
 * fragment of the address shows it, and the link to a fragment that is nowhere hides it again without moving the page.
 * Neither needs JavaScript.
 */
export function SubscribedThanks({ language }: { language: Language }) {
  const { confirm, signIn } = textsFor(language);
  return (
    <>
      <ReturnLine id="subscribed" said={confirm.thanks} close={confirm.close} />
      <ReturnLine id="signed-in" said={signIn.done} close={confirm.close} />
      <ReturnToPlace />
    </>
  );
}

function ReturnLine({ id, said, close }: { id: string; said: string; close: string }) {
  return (
    <div
      id={id}
      role="status"
      className="fixed inset-x-0 bottom-0 z-10 hidden items-center justify-center gap-6 border-rule border-t bg-paper px-4 py-2 furniture target:flex"
    >
      <p className="text-ink">{said}</p>
      <a href="#thanks-read" className="inline-flex min-h-11 items-center text-accent underline">
        {close}
      </a>
    </div>
  );
}
