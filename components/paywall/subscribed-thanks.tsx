import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { ReturnToPlace } from './return-to-place.client.tsx';

type Props = {
  language: Language;
  /** Whether it stands where the preview of its article ended: then a browser without JavaScript goes there too. */
  atBreak: boolean;
};

/**
 * The line after a confirmation or a sign-in, once on every page that can be the source of one. Pages are cached, so the
 * fragment of the address shows it, and the link to a fragment that is nowhere hides it again without moving the page.
 * Neither needs JavaScript.
 */
export function SubscribedThanks({ language, atBreak }: Props) {
  const { confirm, signIn } = textsFor(language);
  return (
    <div data-note="">
      <ReturnLine id="subscribed" said={confirm.thanks} close={confirm.close} atBreak={atBreak} />
      <ReturnLine id="signed-in" said={signIn.done} close={confirm.close} atBreak={atBreak} />
      <ReturnToPlace />
    </div>
  );
}

type Line = { id: string; said: string; close: string; atBreak: boolean };

/** The element that the fragment names decides where the page goes to; the line in it is at the foot of the screen. */
function ReturnLine({ id, said, close, atBreak }: Line) {
  return (
    <div id={id} className={atBreak ? 'group scroll-mt-16' : 'group fixed'}>
      <div
        role="status"
        className="fixed inset-x-0 bottom-0 z-10 hidden items-center justify-center gap-6 border-rule border-t bg-paper px-4 py-2 furniture group-target:flex"
      >
        <p className="text-ink">{said}</p>
        <a href="#thanks-read" className="inline-flex min-h-11 items-center text-accent underline">
          {close}
        </a>
      </div>
    </div>
  );
}
