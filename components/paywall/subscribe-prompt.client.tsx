'use client';

import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import type { PromptRules, SiteSettings } from '#lib/content/site-settings.ts';
import type { Texts } from '#lib/i18n/en.ts';
import type { Language } from '#lib/i18n/language.ts';
import { recallPrompt, rememberPrompt } from './prompt-memory.client.ts';
import { SubscribeForm } from './subscribe-form.client.tsx';
import { watchForPrompt } from './watch-for-prompt.client.ts';

type PromptDialogProps = {
  rules: PromptRules;
  copy: SiteSettings['promptCopy'];
  button: string;
  words: Texts['subscribe']['form'];
  language: Language;
  source: string;
  section: string;
};

export function PromptDialog(props: PromptDialogProps) {
  const { rules, source, section } = props;
  const [open, setOpen] = useState(false);

  useEffect(
    () =>
      watchForPrompt(
        { rules, path: source, section },
        {
          show: () => {
            rememberPrompt({ shownAt: Date.now(), dismissals: recallPrompt().dismissals + 1 });
            setOpen(true);
          },
          hide: () => setOpen(false),
        },
      ),
    [rules, source, section],
  );

  return open ? <OpenPrompt {...props} onClose={() => setOpen(false)} /> : null;
}

function OpenPrompt({
  copy,
  button,
  words,
  language,
  source,
  onClose,
}: PromptDialogProps & { onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pressedBackdrop = useRef(false);

  useEffect(() => {
    const element = dialog.current;
    // showModal makes the page behind inert and gives the focus back on closing.
    if (element && !element.open) element.showModal();
    heading.current?.focus();
    return () => element?.close();
  }, []);

  function notePress(event: PointerEvent) {
    pressedBackdrop.current = event.target === event.currentTarget;
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for the keyboard what the backdrop does for the pointer
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-heading`}
      aria-describedby={`${id}-sentence`}
      onPointerDown={notePress}
      // A text selection that begins in the field and ends outside is no wish to close.
      onClick={(event) =>
        pressedBackdrop.current && event.target === event.currentTarget && dialog.current?.close()
      }
      onClose={() => {
        if (dialog.current?.open) return;
        rememberPrompt({ shownAt: Date.now() });
        onClose();
      }}
      className="m-auto w-[min(480px,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-control border border-field bg-paper p-0 text-ink backdrop:bg-[rgb(0_0_0/0.55)]"
    >
      <div className="p-6 sm:p-8 sm:pb-5">
        <h2
          ref={heading}
          id={`${id}-heading`}
          tabIndex={-1}
          className="text-balance text-second font-semibold outline-none"
        >
          {copy.heading}
        </h2>
        <p id={`${id}-sentence`} className="mt-3 mb-5 text-pretty">
          {copy.sentence}
        </p>
        <SubscribeForm button={button} words={words} language={language} source={source} place="prompt" />
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="min-h-11 w-full furniture text-accent underline underline-offset-4 motion-safe:transition-opacity motion-safe:duration-150 hover:opacity-80 active:opacity-70"
        >
          {copy.continueLabel}
        </button>
      </div>
    </dialog>
  );
}
