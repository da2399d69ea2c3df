'use client';

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { fillIn } from '#lib/i18n/fill-in.ts';
import { useLinkPresses } from './use-link-presses.client.ts';

type Words = { name: string; close: string; previous: string; next: string; of: string };
type Props = { words: Words; children: ReactNode };
type Shown = { src: string; alt: string; caption: string };

const button =
  'furniture inline-flex min-h-11 min-w-11 items-center justify-center rounded-control border border-field px-4 hover:border-accent hover:text-accent';

/**
 * Pictures large, one after the other. What it shows it reads from the links inside, which lead to the pictures and do so
 * without scripts. Focus goes back to the picture that was opened: the browser's dialog sees to that.
 */
export function Lightbox({ words, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [pictures, setPictures] = useState<Shown[]>([]);
  const [at, setAt] = useState(0);
  const shown = pictures[at];

  useLinkPresses(list, 'a[data-enlarge]', (pressed) => {
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-enlarge]') ?? [])];
    setPictures(links.map(pictureOf));
    setAt(links.findIndex((link) => link.isSameNode(pressed)));
    dialog.current?.showModal();
  });

  function turn(by: number) {
    setAt((at + by + pictures.length) % pictures.length);
  }

  function turnByKey(event: KeyboardEvent) {
    // With one of these it is the browser's own: back, forward, a word to the left.
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'ArrowLeft') turn(-1);
    else if (event.key === 'ArrowRight') turn(1);
    else if (event.key === 'Home') setAt(0);
    else if (event.key === 'End') setAt(pictures.length - 1);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div ref={list} className="wide-column my-8">
        {children}
      </div>
      <dialog
        ref={dialog}
        aria-label={words.name}
        onKeyDown={turnByKey}
        className="m-0 h-dvh max-h-none w-screen max-w-none bg-paper p-4 text-ink open:grid open:grid-rows-[auto_minmax(0,1fr)_auto] open:gap-3"
      >
        <form method="dialog" className="flex items-center justify-between">
          <p aria-live="polite" className="furniture tabular-nums">
            {fillIn(words.of, { at: at + 1, count: pictures.length })}
            {shown && <span className="sr-only"> {shown.alt}</span>}
          </p>
          <button type="submit" className={button}>
            {words.close}
          </button>
        </form>
        {shown && (
          <figure className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-2">
            {/* biome-ignore lint/performance/noImgElement: its address is that of the link, from our own image route */}
            <img key={shown.src} src={shown.src} alt={shown.alt} className="size-full object-contain" />
            {shown.caption && <figcaption className="meta text-center">{shown.caption}</figcaption>}
          </figure>
        )}
        <p className="flex justify-between">
          <button type="button" onClick={() => turn(-1)} aria-label={words.previous} className={button}>
            ←
          </button>
          <button type="button" onClick={() => turn(1)} aria-label={words.next} className={button}>
            →
          </button>
        </p>
      </dialog>
    </>
  );
}

function pictureOf(link: HTMLAnchorElement): Shown {
  const caption = link.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  return { src: link.href, alt: link.querySelector('img')?.alt ?? '', caption };
}
