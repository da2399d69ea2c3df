'use client';

import { useEffect, useState } from 'react';

type Props = { title: string; url: string; words: { share: string; copied: string; failed: string } };

/** The platform's own sheet, where it has one, else the address to paste. Without scripts the links beside it stay. */
export function ShareLink({ title, url, words }: Props) {
  const [state, setState] = useState<'share' | 'copied' | 'failed'>('share');
  // Before it listens it would lose a press, so only its room is there.
  const [listens, setListens] = useState(false);
  useEffect(() => setListens(true), []);

  async function share() {
    if (navigator.share) {
      try {
        await navigator.share({ title, url });
        return;
      } catch (cause) {
        // Closed by the reader: nothing is to be done. Refused by the browser: there is still the clipboard.
        if (cause instanceof DOMException && cause.name === 'AbortError') return;
      }
    }
    try {
      await navigator.clipboard.writeText(url);
      setState('copied');
    } catch {
      setState('failed');
    }
  }

  return (
    <button
      type="button"
      onClick={share}
      className={`text-link inline-flex min-h-11 cursor-pointer items-center noscript:hidden ${listens ? '' : 'invisible'}`}
    >
      <span aria-live="polite">{words[state]}</span>
    </button>
  );
}
