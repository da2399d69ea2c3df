'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { buttonClass } from '#components/forms/button.tsx';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';

type Props = {
  /** How long the server lets nothing be sent, from when the page was made. */
  waitSeconds: number;
  button: string;
  /** Says how long; {seconds} is filled in. */
  wait: string;
  language: Language;
  source: string;
};

/** Sends the message again. The wait is visible and counts down; without a script the server keeps it. */
export function ResendForm({ waitSeconds, button, wait, language, source }: Props) {
  const [left, setLeft] = useState(waitSeconds);

  useEffect(() => {
    const endsAt = performance.now() + waitSeconds * 1000;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [waitSeconds]);

  function keepWaiting(event: FormEvent) {
    if (left > 0) event.preventDefault();
  }

  return (
    <form
      action="/api/subscribe/resend"
      method="post"
      onSubmit={keepWaiting}
      className="furniture flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="source" value={source} />
      <button
        type="submit"
        aria-disabled={left > 0}
        aria-describedby="resend-wait"
        className={buttonClass('main')}
      >
        {button}
      </button>
      <span id="resend-wait" className="text-ink-2 tabular-nums">
        {left > 0 ? fillIn(wait, { seconds: left }) : ''}
      </span>
    </form>
  );
}
