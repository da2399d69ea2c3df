import { expect, test } from 'vitest';
import { previewWords } from './preview-words.ts';

const site = { name: 'The Paper', host: 'paper.example' };
const article = {
  ...{ language: 'es', headline: 'A headline', standfirst: 'What happened.', slug: { current: 'a-story' } },
  hero: { image: { asset: { _ref: 'image-hero' }, hotspot: { x: 0.2, y: 0.7 } } },
};
const words = (change: object = {}) => previewWords({ ...article, ...change }, site);

test('what an editor leaves empty under search and sharing is taken from the article', () => {
  expect(words()).toEqual({
    ...{ host: 'paper.example', crumbs: 'paper.example › es › articles › a-story' },
    ...{ title: 'A headline | The Paper', shareTitle: 'A headline', description: 'What happened.' },
    ...{ isKeptOut: false, picture: { asset: 'image-hero', focus: { x: 0.2, y: 0.7 } } },
  });
});

test('what an editor writes there wins', () => {
  const image = { asset: { _ref: 'image-share' } };
  const seo = { title: 'Short', description: 'Said anew.', noindex: true, image };
  expect(words({ seo })).toMatchObject({
    ...{ title: 'Short | The Paper', shareTitle: 'Short', description: 'Said anew.', isKeptOut: true },
    picture: { asset: 'image-share', focus: null },
  });
});

test('long words are cut between words, as search engines do', () => {
  const { title, description } = words({ headline: 'word '.repeat(20), standfirst: 'word '.repeat(60) });
  expect(title).toMatch(/^(word )+…$/);
  expect(title.length).toBeLessThanOrEqual(71);
  expect(description.length).toBeLessThanOrEqual(171);
});

test('an empty form has a preview, too', () => {
  expect(previewWords(undefined, site)).toMatchObject({
    ...{ title: 'No headline yet | The Paper', description: '', picture: null },
    crumbs: 'paper.example › articles › …',
  });
});
