'use client';

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from '#components/forms/button.tsx';
import type { Texts } from '#lib/i18n/en.ts';
import type { Language } from '#lib/i18n/language.ts';
import { AfterSignUp } from './after-sign-up.client.tsx';
import { rememberPrompt } from './prompt-memory.client.ts';
import { noteReadingPlace } from './reading-place.client.ts';
import { type SubscribeAnswer, sendSubscription } from './send-subscription.client.ts';
import { TrapFields } from './trap-fields.tsx';

export type SubscribeFormProps = {
  button: string;
  words: Texts['subscribe']['form'];
  language: Language;
  /** The page the reader is on: where the confirmation leads back to. */
  source: string | null;
  place: 'page' | 'prompt';
  /** What an earlier attempt without JavaScript left behind. */
  typed?: string;
  problem?: { field: boolean; message: string } | null;
  /** When the form was made (form-stamp.ts), on pages that are not kept. */
  stamp?: string | null;
  /** Where an accepted address leads, when not to a line in place. */
  next?: string;
  /** The lists to choose from; a form without them takes the defaults. */
  children?: ReactNode;
};

type State = { kind: 'idle' } | { kind: 'sending' } | SubscribeAnswer;

/** A plain HTML form; with JavaScript it stays on its page and says the result in place. */
export function SubscribeForm(props: SubscribeFormProps) {
  const { button, words, language, source, place } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const [scripted, setScripted] = useState(false);
  const [state, setState] = useState<State>(
    props.problem
      ? { kind: props.problem.field ? 'invalid' : 'failed', message: props.problem.message }
      : { kind: 'idle' },
  );
  // Our own words instead of the browser's, but only where they can appear.
  useEffect(() => setScripted(true), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (state.kind === 'sending') return;
    setState({ kind: 'sending' });
    const answer = form.checkValidity()
      ? await sendSubscription('/api/subscribe', new FormData(form), words)
      : { kind: 'invalid' as const, message: words.invalid };
    setState(answer);
    if (answer.kind === 'accepted') {
      rememberPrompt({ shownAt: Date.now() });
      if (props.next) return window.location.assign(props.next);
      noteReadingPlace();
      status.current?.focus();
      return;
    }
    // What only programs leave behind is gone, so that the second press of a person passes.
    if (answer.kind === 'again') form.querySelectorAll<HTMLInputElement>('[data-trap]').forEach(clear);
    field.current?.focus();
  }

  function changeAddress() {
    setState({ kind: 'idle' });
    // The field is there again once the state has been drawn.
    requestAnimationFrame(() => field.current?.select());
  }

  const invalid = state.kind === 'invalid';
  const accepted = state.kind === 'accepted';
  const troubled = invalid || state.kind === 'failed' || state.kind === 'again';
  const message = state.kind === 'sending' ? words.sending : state.kind === 'idle' ? '' : state.message;
  return (
    <>
      <form
        action="/api/subscribe"
        method="post"
        noValidate={scripted}
        onSubmit={submit}
        aria-busy={state.kind === 'sending'}
        {...(place === 'page' ? { 'data-subscribe-form': '' } : {})}
        className="furniture"
      >
        <input type="hidden" name="language" value={language} />
        {source && <input type="hidden" name="source" value={source} />}
        <TrapFields id={id} label={words.leaveEmpty} stamp={props.stamp ?? null} />
        <div hidden={accepted}>{props.children}</div>
        <div className="flex flex-col gap-2 sm:flex-row" hidden={accepted}>
          <label htmlFor={`${id}-email`} className="sr-only">
            {words.email}
          </label>
          <input
            ref={field}
            id={`${id}-email`}
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            placeholder={words.emailExample}
            defaultValue={props.typed ?? ''}
            aria-invalid={invalid || undefined}
            aria-describedby={`${id}-status`}
            className="min-h-11 min-w-0 flex-1 rounded-control border border-field bg-paper px-3 text-[1rem] text-ink placeholder:text-ink-2 aria-invalid:border-alert"
          />
          <button type="submit" aria-disabled={state.kind === 'sending'} className={buttonClass('main')}>
            {button}
          </button>
        </div>
        <p
          ref={status}
          id={`${id}-status`}
          role="status"
          tabIndex={-1}
          className={`mt-2 min-h-6 text-pretty outline-none ${troubled ? 'text-alert' : 'text-ink'}`}
        >
          {message}
        </p>
      </form>
      {accepted && (
        <AfterSignUp
          words={words}
          language={language}
          source={source}
          address={field.current?.value ?? ''}
          onChangeAddress={changeAddress}
        />
      )}
    </>
  );
}

function clear(input: HTMLInputElement): void {
  input.value = '';
}
