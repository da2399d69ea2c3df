import { readOnFrom } from '#lib/paywall/gated-part.ts';

const key = 'reading-place';

/** Notes which paragraph is on the screen when a reader leaves their address: the mail leads back to it. */
export function noteReadingPlace(): void {
  const paragraph = paragraphs().findIndex((element) => element.getBoundingClientRect().bottom > 0);
  try {
    window.localStorage.setItem(key, JSON.stringify([window.location.pathname, paragraph]));
  } catch {
    // Without storage the mail leads to the top of the page.
  }
}

/** Back to that paragraph, once. Whoever was at the wall goes on where the preview ended, in whatever browser. */
export function returnToReadingPlace(): void {
  const noted = placeNotedHere();
  const rest = document.getElementById(readOnFrom);
  const place = rest?.contains(noted) ? noted : (rest ?? noted);
  place?.scrollIntoView();
}

function placeNotedHere(): Element | null {
  try {
    const noted: unknown = JSON.parse(window.localStorage.getItem(key) ?? 'null');
    const [path, paragraph]: unknown[] = Array.isArray(noted) ? noted : [];
    if (path !== window.location.pathname || typeof paragraph !== 'number') return null;
    window.localStorage.removeItem(key);
    return paragraph > 0 ? (paragraphs()[paragraph] ?? null) : null;
  } catch {
    // As above.
    return null;
  }
}

/** Whether or not a part of them is wrapped because not everybody gets it. */
function paragraphs(): Element[] {
  const body = '[data-article-body]';
  return [...document.querySelectorAll(`${body} > :not(.gated), ${body} > .gated > :not([data-note])`)];
}
