import { expect, test } from 'vitest';
import { isEditableText } from './editable-text.ts';

const editable = (_type: string, ...sourcePath: (string | number)[]) =>
  isEditableText({ sourcePath, sourceDocument: { _type } });

test.each([
  ['article', 'headline'],
  ['article', 'dateline', 'text'],
  ['article', 'body', 0, 'children', 0, 'text'],
  ['article', 'hero', 'caption'],
  ['article', 'hero', 'alt'],
  ['article', 'body', 0, 'rows', 1, 'cells', 0],
  ['section', 'title', 'es'],
  ['person', 'name'],
  ['frontPage', 'breaking', 'text'],
])('what %s prints of %s leads to its field', (type, ...path) => {
  expect(editable(type, ...path)).toBe(true);
});

test.each([
  ['article', 'kind'],
  ['article', 'language'],
  ['article', 'access', 'level'],
  ['article', 'slug', 'current'],
  ['article', 'publishedAt'],
  ['article', 'body', 0, 'style'],
  ['article', 'body', 0, 'markDefs', 0, 'href'],
  ['article', 'previousSlugs', 0],
  ['article', 'seo', 'title'],
  ['siteSettings', 'name'],
  ['siteSettings', 'prompt', 'sentence', 'en'],
])('what decides or addresses in %s, %s, stays as it is', (type, ...path) => {
  expect(editable(type, ...path)).toBe(false);
});
