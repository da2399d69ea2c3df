import { expect, test } from 'vitest';
import { z } from 'zod';
import { fillIn } from '#lib/i18n/fill-in.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { wallRow } from './wall-settings.ts';

const nobodyWrote = { wall: {}, meter: {}, gift: {} };
const read = (language: 'en' | 'es', row: object = nobodyWrote) =>
  z.object(wallRow(language)).parse({ ...nobodyWrote, ...row });

test.each(['en', 'es'] as const)(
  'what no editor has written is said in the page’s own language: %s',
  (language) => {
    const { wall, gift } = textsFor(language);
    expect(read(language)).toMatchObject({
      wall: { heading: wall.heading, sentence: wall.sentence, pendingSentence: wall.pendingSentence },
      meter: { freeArticles: 0, continueLabel: wall.continueLabel, left: wall.left, usedUp: wall.usedUp },
      gift: { perMonth: 10, lifetimeDays: 7, button: gift.button, received: gift.received },
    });
  },
);

test('a text that is empty, or none, counts as not written; what is written stands', () => {
  const { wall } = textsFor('en');
  for (const heading of [null, '', '   ', 7])
    expect(read('en', { wall: { heading } }).wall.heading).toBe(wall.heading);
  expect(read('en', { wall: { heading: 'For members' } }).wall.heading).toBe('For members');
});

test('a rule that is nonsense gives nothing away that nobody meant to', () => {
  for (const freeArticles of [null, -1, 1.5, '3', 51]) {
    expect(read('en', { meter: { freeArticles } }).meter.freeArticles).toBe(0);
  }
  expect(read('en', { gift: { perMonth: -1, lifetimeDays: 0 } }).gift).toMatchObject({
    perMonth: 10,
    lifetimeDays: 7,
  });
  expect(read('en', { meter: { freeArticles: 3 }, gift: { perMonth: 0, lifetimeDays: 30 } })).toMatchObject({
    meter: { freeArticles: 3 },
    gift: { perMonth: 0, lifetimeDays: 30 },
  });
});

test('the words that are filled in are those that the texts name, in both languages', () => {
  const named = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
  const [en, es] = [textsFor('en'), textsFor('es')];
  expect(named(es.wall.left)).toEqual(named(en.wall.left));
  expect(named(es.wall.usedUp)).toEqual(named(en.wall.usedUp));
  expect(named(es.wall.pendingSentence)).toEqual(named(en.wall.pendingSentence));
  expect(named(es.gift.sentence)).toEqual(named(en.gift.sentence));
  expect(fillIn('{left} of {total}, {left} {other} {constructor}', { left: 2, total: 3 })).toBe(
    '2 of 3, 2 {other} {constructor}',
  );
});
