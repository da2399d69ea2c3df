import { expect, test } from 'vitest';
import { anArticle } from './an-article.ts';
import { isHeldBack, isVisible } from './is-visible.ts';

const now = new Date('2026-02-01T12:00:00Z');

test.each([
  ['a plain article', {}, { heldBack: false, visible: true }],
  [
    'a withdrawn one has a page that says so, and stands nowhere else',
    { withdrawn: true },
    { heldBack: false, visible: false },
  ],
  ['one under legal hold', { legalHold: true }, { heldBack: true, visible: false }],
  [
    'withdrawn and under legal hold',
    { legalHold: true, withdrawn: true },
    { heldBack: true, visible: false },
  ],
  [
    'an embargo that ends in a second',
    { embargoUntil: '2026-02-01T12:00:01Z' },
    { heldBack: true, visible: false },
  ],
  ['an embargo that ends now', { embargoUntil: '2026-02-01T12:00:00Z' }, { heldBack: false, visible: true }],
  ['an embargo that cannot be read', { embargoUntil: 'tomorrow' }, { heldBack: true, visible: false }],
])('%s', (_, given, expected) => {
  const article = anArticle(given);
  expect({ heldBack: isHeldBack(article, now), visible: isVisible(article, now) }).toEqual(expected);
});
