'use client';

import { type FormEvent, useEffect, useState } from 'react';
import type { Language } from '#lib/i18n/language.ts';
import { buttonClass } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';

type Props = {
  action: string;
  language: Language;
  source: string | null;
  /** What was left of the wait when the page was made. */
  waitSeconds: number;
  button: string;
  /** With `{seconds}` where they stand. */
  waiting: string;
};

/** A plain form. With JavaScript its wait is counted down; without, the server answers who presses too early. */
export function SendAgain({ action, language, source, waitSeconds, button, waiting }: Props) {
  const [left, setLeft] = useState(waitSeconds);
  useEffect(() => {
    const endsAt = Date.now() + waitSeconds * 1000;
    const ticking = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(ticking);
    }, 1000);
    return () => clearInterval(ticking);
  }, [waitSeconds]);
  const holdBack = (event: FormEvent) => {
    if (left > 0) event.preventDefault();
  };
  return (
    <form
      action={action}
      method="post"
      onSubmit={holdBack}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <HiddenFields language={language} source={source} />
      <button
        type="submit"
        aria-disabled={left > 0}
        aria-describedby={left > 0 ? 'send-again-wait' : undefined}
        className={buttonClass('plain')}
      >
        {button}
      </button>
      {left > 0 && (
        <span id="send-again-wait" className="text-ink-2 tabular-nums">
          {waiting.replace('{seconds}', String(left))}
        </span>
      )}
    </form>
  );
}
