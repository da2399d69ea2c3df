import { expect, test } from 'vitest';
import {
  articleLocations,
  frontPageLocations,
  pageLocations,
  sectionLocations,
} from './document-locations.ts';

const addresses = (found: ReturnType<typeof articleLocations>) =>
  'locations' in found ? found.locations.map(({ href }) => href) : found.message;

test('an article stands at its own address, in its section and on the front page, in its language', () => {
  const article = { headline: 'Reef', slug: 'reef', section: 'travel', sectionTitle: 'Travel' };
  expect(addresses(articleLocations({ ...article, language: 'en' }))).toEqual([
    '/articles/reef',
    '/sections/travel',
    '/',
  ]);
  expect(addresses(articleLocations({ ...article, language: 'es' }))).toEqual([
    '/es/articles/reef',
    '/es/sections/travel',
    '/es',
  ]);
});

test('an article that is still being begun has no section to be shown in', () => {
  expect(addresses(articleLocations({ slug: 'reef', language: 'en', section: null }))).toEqual([
    '/articles/reef',
    '/',
  ]);
});

test('a section stands in both languages, a page and a front page in their own', () => {
  expect(addresses(sectionLocations({ title: 'Travel', slug: 'travel' }))).toEqual([
    '/sections/travel',
    '/es/sections/travel',
  ]);
  expect(addresses(pageLocations({ title: 'Acerca', slug: 'about', language: 'es' }))).toEqual([
    '/es/pages/about',
  ]);
  expect(['en', 'es'].flatMap((language) => addresses(frontPageLocations({ language })))).toEqual([
    '/',
    '/es',
  ]);
});

test('without a slug there is no address, and the editor is told so', () => {
  const found = [articleLocations, sectionLocations, pageLocations].map((locate) => locate({ title: 'New' }));
  expect(found.map(addresses)).toEqual(Array(3).fill('It has no address yet: give it a slug.'));
});
