'use client';

import { useEffect, useState } from 'react';
import { buttonClass } from './button.tsx';

type Props = { field: string; words: { copy: string; copied: string } };

/** Copies what a field holds. Without a script it is not there: the field can be copied from by hand. */
export function CopyButton({ field, words }: Props) {
  const [state, setState] = useState<'unscripted' | 'ready' | 'copied'>('unscripted');

  useEffect(() => {
    if (navigator.clipboard) setState('ready');
  }, []);

  async function copy() {
    const input = document.getElementById(field);
    if (!(input instanceof HTMLInputElement)) return;
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      setState('copied');
    } catch {
      // The browser did not allow it; what is to be copied is marked all the same.
      setState('ready');
    }
  }

  if (state === 'unscripted') return null;
  return (
    <button type="button" onClick={copy} className={buttonClass('main')}>
      <span aria-live="polite">{state === 'copied' ? words.copied : words.copy}</span>
    </button>
  );
}
