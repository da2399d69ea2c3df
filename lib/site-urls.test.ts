import { expect, test } from 'vitest';
import { absoluteUrl, articlePath, frontPath, pagePath, sectionPath } from './site-urls.ts';

test('English addresses carry no prefix, Spanish ones start with /es', () => {
  expect(frontPath('en')).toBe('/');
  expect(frontPath('es')).toBe('/es');
  expect(articlePath('en', 'a-b')).toBe('/articles/a-b');
  expect(articlePath('es', 'a-b')).toBe('/es/articles/a-b');
  expect(pagePath('es', 'about')).toBe('/es/pages/about');
});

test('the first page of a section has one address', () => {
  expect(sectionPath('en', 'travel', 1)).toBe('/sections/travel');
  expect(sectionPath('es', 'travel', 3)).toBe('/es/sections/travel/page/3');
});

test('an absolute address keeps one slash, whatever the base ends with', () => {
  expect(absoluteUrl('https://example.com/', '/es')).toBe('https://example.com/es');
  expect(absoluteUrl('https://example.com', '/')).toBe('https://example.com/');
});
