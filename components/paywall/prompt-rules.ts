import type { PromptRules } from '#lib/content/site-settings.ts';

const dayMs = 86_400_000;

/** What this browser remembers of the prompt. `read` holds the paths of articles opened, newest last. */
export type PromptMemory = {
  shownAt: number | null;
  dismissals: number;
  newsletterReader: boolean;
  read: string[];
};

/** The page and its reader at the instant of the question. */
export type PromptMoment = {
  now: number;
  path: string;
  section: string;
  waitedMs: number;
  /** How much of the body the middle of the screen has passed; null until the reader has scrolled. */
  scrolledPercent: number | null;
  /** Confirmed, signed in, or waiting for the confirmation's mail. */
  known: boolean;
  framed: boolean;
  crawler: boolean;
  visible: boolean;
  busy: boolean;
};

/** `never` holds for this view of the page; `wait` may change with the next scroll, second or change of focus. */
export type PromptDecision =
  | { kind: 'show' }
  | { kind: 'wait'; why: string }
  | { kind: 'never'; why: string };

export function decidePrompt(rules: PromptRules, memory: PromptMemory, moment: PromptMoment): PromptDecision {
  const never = reasonAgainst(rules, memory, moment);
  if (never) return { kind: 'never', why: never };
  const timeIsUp = moment.waitedMs >= rules.delaySeconds * 1000;
  const farEnough = moment.scrolledPercent !== null && moment.scrolledPercent >= rules.scrollPercent;
  if (!timeIsUp && !farEnough) return { kind: 'wait', why: 'not due' };
  if (!moment.visible) return { kind: 'wait', why: 'in the background' };
  if (moment.busy) return { kind: 'wait', why: 'the reader is doing something' };
  return { kind: 'show' };
}

function reasonAgainst(rules: PromptRules, memory: PromptMemory, moment: PromptMoment): string | null {
  if (!rules.enabled) return 'switched off';
  if (moment.framed) return 'preview';
  if (moment.crawler) return 'crawler';
  if (rules.excludedSections.includes(moment.section)) return 'excluded section';
  if (moment.known) return 'known subscriber';
  if (memory.newsletterReader) return 'comes from the newsletter';
  if (memory.dismissals >= rules.maxDismissals) return 'dismissed often enough';
  if (shownRecently(rules, memory, moment.now)) return 'shown recently';
  const readBefore = memory.read.filter((path) => path !== moment.path).length;
  if (readBefore < rules.minArticlesRead) return 'too few articles read';
  return null;
}

/** An instant in the future comes from a clock that was wrong and must not silence the prompt for good. */
function shownRecently(rules: PromptRules, memory: PromptMemory, now: number): boolean {
  if (memory.shownAt === null) return false;
  const ago = now - memory.shownAt;
  return ago >= 0 && ago < rules.repeatAfterDays * dayMs;
}
