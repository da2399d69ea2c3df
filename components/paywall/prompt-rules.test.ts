import { expect, test } from 'vitest';
import type { PromptRules } from '#lib/content/site-settings.ts';
import { decidePrompt, type PromptMemory, type PromptMoment } from './prompt-rules.ts';

const now = Date.parse('2026-01-15T17:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

const rules: PromptRules = {
  enabled: true,
  delaySeconds: 60,
  scrollPercent: 50,
  minArticlesRead: 0,
  repeatAfterDays: 1,
  maxDismissals: 5,
  excludedSections: ['section-opinion'],
};
const memory: PromptMemory = { shownAt: null, dismissals: 0, newsletterReader: false, read: [] };
const due: PromptMoment = {
  now,
  path: '/articles/reef',
  section: 'section-environment',
  waitedMs: 60_000,
  scrolledPercent: null,
  known: false,
  framed: false,
  crawler: false,
  visible: true,
  busy: false,
};

type Change = {
  rules?: Partial<PromptRules>;
  memory?: Partial<PromptMemory>;
  moment?: Partial<PromptMoment>;
};
const decide = (change: Change) =>
  decidePrompt({ ...rules, ...change.rules }, { ...memory, ...change.memory }, { ...due, ...change.moment });

test.each<[string, Change]>([
  ['after the delay', {}],
  ['after the delay, far down the page', { moment: { scrolledPercent: 90 } }],
  ['half way down, before the delay', { moment: { waitedMs: 0, scrolledPercent: 50 } }],
  ['at once when the delay is zero', { rules: { delaySeconds: 0 }, moment: { waitedMs: 0 } }],
  ['a day after it was shown', { memory: { shownAt: now - day, dismissals: 1 } }],
  ['again at once when it may always return', { rules: { repeatAfterDays: 0 }, memory: { shownAt: now } }],
  [
    'though a wrong clock once showed it in the future',
    { memory: { shownAt: now + 400 * day, dismissals: 1 } },
  ],
  ['one dismissal before the last', { memory: { shownAt: now - day, dismissals: 4 } }],
  ['when enough other articles were read', { rules: { minArticlesRead: 2 }, memory: { read: ['/a', '/b'] } }],
])('shows %s', (_, change) => {
  expect(decide(change)).toEqual({ kind: 'show' });
});

test.each<[string, Change]>([
  ['before the delay and half of the text', { moment: { waitedMs: 59_999, scrolledPercent: 49.9 } }],
  [
    'before the reader has scrolled, however short the text',
    { moment: { waitedMs: 0, scrolledPercent: null } },
  ],
  ['in a tab in the background', { moment: { visible: false } }],
  ['while the reader does something', { moment: { busy: true } }],
])('waits %s', (_, change) => {
  expect(decide(change).kind).toBe('wait');
});

test.each<[string, Change]>([
  ['when it is switched off', { rules: { enabled: false } }],
  ['to a known subscriber', { moment: { known: true } }],
  ['to a reader from the newsletter', { memory: { newsletterReader: true } }],
  ['in a preview', { moment: { framed: true } }],
  ['to a crawler', { moment: { crawler: true } }],
  ['in an excluded section', { moment: { section: 'section-opinion' } }],
  ['within a day of being shown', { memory: { shownAt: now - day + 1, dismissals: 1 } }],
  ['after the last dismissal, however long ago', { memory: { shownAt: now - 300 * day, dismissals: 5 } }],
  ['on the first article when one has to be read before', { rules: { minArticlesRead: 1 } }],
  [
    'on the same article read twice',
    { rules: { minArticlesRead: 1 }, memory: { read: ['/articles/reef', '/articles/reef'] } },
  ],
])('never shows %s', (_, change) => {
  expect(decide(change).kind).toBe('never');
});
