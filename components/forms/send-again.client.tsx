'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { useCountdown } from '#components/paywall/use-countdown.client.ts';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';
import { type ButtonLook, buttonClass } from './button.tsx';
import { HiddenFields } from './hidden-fields.tsx';

type Props = {
  action: string;
  look?: ButtonLook;
  /** How long the server lets nothing be sent, from when the page was made. */
  waitSeconds: number;
  button: string;
  /** Says how long; {seconds} is filled in. */
  wait: string;
  language: Language;
  source: string | null;
};

/**
 * Sends the message again. The wait is visible and counts down; without a script the server keeps it, and the button is
 * not called unavailable, because nothing would ever take that back.
 */
export function SendAgain({ action, look = 'main', waitSeconds, button, wait, language, source }: Props) {
  const [left] = useCountdown(waitSeconds);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);

  function keepWaiting(event: FormEvent) {
    if (left > 0) event.preventDefault();
  }

  return (
    <form
      action={action}
      method="post"
      onSubmit={keepWaiting}
      className="furniture flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <HiddenFields language={language} source={source} />
      <button
        type="submit"
        aria-disabled={(scripted && left > 0) || undefined}
        aria-describedby="resend-wait"
        className={buttonClass(look)}
      >
        {button}
      </button>
      <span id="resend-wait" className="text-ink-2 tabular-nums">
        {left > 0 ? fillIn(wait, { seconds: left }) : ''}
      </span>
    </form>
  );
}
