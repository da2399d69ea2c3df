import type { PromptRules } from '#lib/content/site-settings.ts';
import {
  parseMemory,
  promptMemoryKey,
  recallPrompt,
  rememberArticle,
  rememberPrompt,
} from './prompt-memory.client.ts';
import { comesFromNewsletter, promptMoment } from './prompt-moment.client.ts';
import { decidePrompt } from './prompt-rules.ts';

type Watched = { rules: PromptRules; path: string; section: string };
type Reactions = { show: () => void; hide: () => void };

/** Watches one view of a page until the prompt is shown or is known never to be. Returns the way to stop. */
export function watchForPrompt({ rules, path, section }: Watched, { show, hide }: Reactions): () => void {
  if (comesFromNewsletter(window.location.search)) rememberPrompt({ newsletterReader: true });
  rememberArticle(path);

  let view = { path, section, openedAt: Date.now(), scrolled: false };
  let timer: ReturnType<typeof setInterval> | undefined;

  function ask(): void {
    if (timer === undefined) return;
    const decision = decidePrompt(rules, recallPrompt(), promptMoment(view));
    if (decision.kind === 'wait') return;
    rest();
    if (decision.kind === 'show') show();
  }

  function rest(): void {
    clearInterval(timer);
    timer = undefined;
  }

  function begin(): void {
    rest();
    view = { ...view, openedAt: Date.now(), scrolled: false };
    timer = setInterval(ask, 1000);
    ask();
  }

  function scrolled(): void {
    view.scrolled = true;
    ask();
  }

  /** Another tab has shown or closed it, or its reader has signed up there. */
  function heardFromOtherTab(event: StorageEvent): void {
    if (event.key !== promptMemoryKey) return;
    if (parseMemory(event.newValue).shownAt !== parseMemory(event.oldValue).shownAt) hide();
    ask();
  }

  /** The page comes back from the back-forward cache as it was left, while other pages may have changed things. */
  function returned(event: PageTransitionEvent): void {
    if (!event.persisted) return;
    hide();
    begin();
  }

  /** Another tab may have confirmed or signed in while this one lay behind it. */
  function seenAgain(): void {
    if (document.visibilityState === 'visible' && promptMoment(view).known) hide();
    ask();
  }

  window.addEventListener('scroll', scrolled, { passive: true });
  window.addEventListener('storage', heardFromOtherTab);
  window.addEventListener('pageshow', returned);
  document.addEventListener('visibilitychange', seenAgain);
  begin();
  return () => {
    rest();
    window.removeEventListener('scroll', scrolled);
    window.removeEventListener('storage', heardFromOtherTab);
    window.removeEventListener('pageshow', returned);
    document.removeEventListener('visibilitychange', seenAgain);
  };
}
