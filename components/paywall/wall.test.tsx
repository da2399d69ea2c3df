import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Visit } from '#lib/subscribers/visit.ts';
import { Wall } from './wall.tsx';

const settings: SiteSettings = {
  ...{
    name: 'The Paper',
    tagline: null,
    timeZone: 'America/Cancun',
    languages: ['en', 'es'],
    navigation: [],
  },
  prompt: {
    ...{ enabled: true, delaySeconds: 60, scrollPercent: 50, minArticlesRead: 0, repeatAfterDays: 1 },
    ...{ maxDismissals: 5, excludedSections: [] },
  },
  promptCopy: { heading: '-', sentence: '-', continueLabel: '-' },
  formCopy: { heading: '-', sentence: '-', button: 'our-button' },
  wallCopy: {
    ...{ heading: 'our-heading', sentence: 'our-sentence' },
    ...{ signInQuestion: 'our-question', signInLabel: 'our-sign-in' },
    ...{ pendingHeading: 'our-pending-heading', pendingSentence: 'our-pending-sentence {address}' },
    ...{
      continueLabel: 'our-continue',
      left: 'our-left {left}/{total}',
      usedUp: 'our-used-up {total} {date}',
    },
  },
  giftCopy: { button: '-', sentence: '-', received: '-' },
  ...{ freeArticles: 3, gift: { perMonth: 1, lifetimeDays: 1 }, previewParagraphs: 3 },
  archiveRule: { enabled: true, days: 365 },
  mail: { fromName: 'The Paper', postalLine: null },
  ...{
    address: null,
    contactEmail: null,
    crawlers: { allowTraining: false, allowAnswers: true, refused: [] },
  },
};
const renewsAt = new Date('2026-02-01T05:00:00Z');
const free = { left: 2, total: 3, renewsAt };
const visit: Visit = { reader: { kind: 'anonymous' }, allowance: free, pending: null };
const pending = { address: 'ana@example.com', waitSeconds: 0 };

function wordsOf(change: Partial<Visit>): string {
  const place = { slug: 'reef', source: '/articles/reef', language: 'en' as const };
  return renderToStaticMarkup(<Wall settings={settings} visit={{ ...visit, ...change }} {...place} />);
}

const asking = ['our-heading', 'our-sentence', 'our-question', 'our-button'];
const waiting = ['our-pending-heading', 'our-pending-sentence ana@example.com'];

test.each<[string, Partial<Visit>, string[], string[]]>([
  ['who is new here', {}, [...asking, 'our-continue', 'our-left 2/3'], ['our-pending', 'our-used-up']],
  [
    'who has read all that is free',
    { allowance: { ...free, left: 0 } },
    ['our-used-up 3 February 1'],
    ['our-left'],
  ],
  [
    'whoever comes where nothing is free',
    { allowance: null },
    asking,
    ['our-continue', 'our-left', 'our-used-up'],
  ],
  ['who has left an address', { pending }, [...waiting, 'our-continue'], ['our-heading', 'our-question']],
])('the wall has the editors’ words for %s, and no others of theirs', (_, change, there, notThere) => {
  const words = wordsOf(change);
  expect(words).toContain('our-sign-in');
  for (const text of there) expect(words).toContain(text);
  for (const text of notThere) expect(words).not.toContain(text);
});
