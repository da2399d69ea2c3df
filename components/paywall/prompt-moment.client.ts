import { cookieValue } from './prompt-memory.client.ts';
import type { PromptMoment } from './prompt-rules.ts';

type View = { path: string; section: string; openedAt: number; scrolled: boolean };

/** Looks at the page as it is now. */
export function promptMoment(view: View): PromptMoment {
  const now = Date.now();
  return {
    now,
    path: view.path,
    section: view.section,
    waitedMs: now - view.openedAt,
    scrolledPercent: view.scrolled ? bodyPassedPercent() : null,
    known: cookieValue('hint') !== null || cookieValue('__Host-hint') !== null,
    framed: window.self !== window.top,
    crawler: /bot\b|crawl|spider|slurp|lighthouse/i.test(navigator.userAgent),
    visible: document.visibilityState === 'visible',
    busy: somethingHasFocus() || somethingLiesAbove(),
  };
}

export function comesFromNewsletter(search: string): boolean {
  const parameters = new URLSearchParams(search);
  return parameters.get('from') === 'newsletter' || parameters.get('utm_medium') === 'email';
}

function bodyPassedPercent(): number {
  const body = document.querySelector('[data-article-body]')?.getBoundingClientRect();
  if (!body || body.height === 0) return 0;
  return ((window.innerHeight / 2 - body.top) / body.height) * 100;
}

function somethingHasFocus(): boolean {
  const focused = document.activeElement;
  return focused !== null && focused !== document.body && focused !== document.documentElement;
}

function somethingLiesAbove(): boolean {
  // A browser that does not know the popover selector would refuse the whole query.
  const popover = CSS.supports('selector(:popover-open)') ? ', :popover-open' : '';
  return (
    document.fullscreenElement !== null ||
    document.querySelector(`dialog[open], [aria-modal="true"]${popover}`) !== null
  );
}
