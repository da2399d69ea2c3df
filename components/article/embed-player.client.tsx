'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { linkAttributes } from './link-attributes.ts';
import { useLinkPresses } from './use-link-presses.client.ts';

type Props = {
  /** `name` tells the page's policy whose frame may come. */
  player: { name: string; src: string; shape: 'video' | 'map' | 'post' };
  url: string;
  /** What it shows, for those who cannot see it. */
  name: string;
  words: { show: string };
  /** A picture of it, where there is one. */
  children: ReactNode;
};

/** Posts are as tall as what is in them, which their host does not say: they scroll. */
const shapes = { video: 'aspect-video', map: 'aspect-[3/2]', post: 'h-[36rem]' } as const;

/** A link to what is elsewhere until a reader presses it; then, where scripts run, its player comes in its place. */
export function EmbedPlayer({ player, url, name, words, children }: Props) {
  const [isShown, setIsShown] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    if (isShown) frame.current?.focus();
  }, [isShown]);

  useLinkPresses(place, 'a', () => setIsShown(true));

  return (
    <div ref={place} data-player={player.name} className="print:hidden">
      {isShown ? (
        <iframe
          ref={frame}
          src={player.src}
          title={name}
          className={`block w-full border border-rule ${shapes[player.shape]}`}
          // Its own scripts and storage, not our page: it may neither lead this window away nor send forms.
          sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation"
          allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
          referrerPolicy="strict-origin-when-cross-origin"
        />
      ) : (
        <a
          {...linkAttributes(url)}
          className={`relative grid place-items-center no-underline ${children ? '' : 'border border-rule py-12'}`}
        >
          {children}
          <span
            className={`furniture flex min-h-11 items-center gap-2 rounded-control bg-accent px-5 font-semibold text-paper hover:underline ${children ? 'absolute' : ''}`}
          >
            <span aria-hidden="true">{player.shape === 'video' ? '▶' : '↓'}</span>
            {words.show}
            {/* Several of them in a list of links have to differ. */}
            {!children && <span className="sr-only">: {name}</span>}
          </span>
        </a>
      )}
    </div>
  );
}
