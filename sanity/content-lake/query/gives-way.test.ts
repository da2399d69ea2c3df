import { parse } from 'groq-js';
import { describe, expect, test } from 'vitest';
import { View } from '../dataset/view.ts';
import { givesWay } from './gives-way.ts';

/** More documents than a list that counts as short. */
const view = new View();
for (let number = 0; number < 1500; number++) {
  const _type = number < 10 ? 'section' : 'article';
  const times = { _rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' };
  view.put({ _id: `id-${number}`, _type, ...times });
}
const isAnsweredHere = (query: string) => givesWay(parse(query), view);

describe('documents chosen, sorted and projected one by one are answered here', () => {
  test.each([
    '*',
    '*[_type == "article"]',
    '*[_type == "article"] | order(date desc)[0...20]{_id, "by": bylines[]{ "name": person->name }}',
    '*[_id == "a"][0]{..., "body": body[]{..., markDefs[]{..., "to": article->slug.current}}}',
    'count(*[_type == "article" && pt::text(body) match "reef"])',
    '*{_id, "of": *[references(^._id)]._id}',
    '{"a": *[_type == "article"]._id, "b": count(*)}',
    'array::unique(*[_type == "article"].title)',
    '*[section._ref in *[_type == "section"]._id]',
    '*[_type == "article"][0...100] | score(title match "reef") | order(_score desc)',
    '*._id | order(@ desc)',
    '*[_type == "article"] | score(title match text::query("reef"))[_score > 0]{_id} | order(_score desc)[0...9]',
    '*[_id in ["a", "b"]]{"whole": title + " " + subtitle}',
  ])('%s', (query) => {
    expect(isAnsweredHere(query)).toBe(true);
  });
});

describe('what is done to a long list as a whole, or grows without bound, is not', () => {
  test.each([
    '*._id | order(@ + @ desc)[0...5] + *._id',
    '[...*._id] | order(@)',
    '*{_id} | order(count(*[_id > ^._id]))',
    '[...*._id]',
    'array::intersects(*._id, *._rev)',
    '*[_id in *[_type == "article"]._id]',
    '*[references(*._id)]',
    '*._id match *.title',
    'array::join(*._id, "")',
    '*[_type == "article"] | score(section->title match "reef")',
    '{"a": *._id}{"b": a[].x}',
    '{"a": "x"}{"a": a + a}{"a": a + a}',
    '{"a": {"x": 1}}{"a": {"x": a, "y": a}}{"a": {"x": a, "y": a}}{"a": {"x": a, "y": a}}{"a": {"x": a, "y": a}}',
  ])('%s', (query) => {
    expect(isAnsweredHere(query)).toBe(false);
  });
});

test('the source map of a long answer is not made here', () => {
  expect(givesWay(parse('*[_type == "article"]'), view, true)).toBe(false);
  expect(givesWay(parse('*[_type == "article"][0...20]'), view, true)).toBe(true);
});
