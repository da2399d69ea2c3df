'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from '#components/forms/button.tsx';
import type { Texts } from '#lib/i18n/en.ts';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';
import { sendSubscription } from './send-subscription.client.ts';
import { useCountdown } from './use-countdown.client.ts';

type Props = {
  words: Texts['subscribe']['form'];
  language: Language;
  source: string | null;
  /** How long until the site sends it again. */
  waitSeconds: number;
};

/**
 * Sends the mail of this browser's sign-up again. The seconds are shown and not read out; that the wait is over is.
 * The button keeps the focus all the while. Without JavaScript it says when, and the site has the last word.
 */
export function ResendForm({ words, language, source, waitSeconds }: Props) {
  const id = useId();
  const [left, startCountdown] = useCountdown(waitSeconds);
  const [scripted, setScripted] = useState(false);
  const [sending, setSending] = useState(false);
  const [message, setMessage] = useState({ text: '', failed: false });
  useEffect(() => setScripted(true), []);

  const wasWaiting = useRef(false);
  useEffect(() => {
    if (left > 0) wasWaiting.current = true;
    else if (wasWaiting.current) {
      wasWaiting.current = false;
      setMessage({ text: words.resendNow, failed: false });
    }
  }, [left, words.resendNow]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending || left > 0) return;
    setSending(true);
    const answer = await sendSubscription('/api/subscribe/resend', new FormData(event.currentTarget), words);
    setSending(false);
    const accepted = answer.kind === 'accepted';
    setMessage({ text: answer.message, failed: !accepted });
    const wait = answer.waitSeconds ?? (accepted ? 60 : 0);
    if (wait > 0) startCountdown(wait);
  }

  return (
    <form action="/api/subscribe/resend" method="post" onSubmit={submit} className="furniture">
      <input type="hidden" name="language" value={language} />
      {source && <input type="hidden" name="source" value={source} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <button
          type="submit"
          aria-disabled={(scripted && (left > 0 || sending)) || undefined}
          aria-describedby={`${id}-wait`}
          className={buttonClass('plain')}
        >
          {words.resend}
        </button>
        <p id={`${id}-wait`} className="text-ink-2 tabular-nums">
          {left > 0 ? fillIn(words.resendIn, { seconds: left }) : ''}
        </p>
      </div>
      <p
        aria-live="polite"
        className={`mt-2 min-h-6 text-pretty ${message.failed ? 'text-alert' : 'text-ink'}`}
      >
        {message.text}
      </p>
    </form>
  );
}
