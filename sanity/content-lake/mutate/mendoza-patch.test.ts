import { describe, expect, test } from 'vitest';
import { applyEffect, effectsBetween } from './mendoza-patch.ts';

const base = { _id: 'a', _type: 'note', _rev: '1', _createdAt: 'then', _updatedAt: 'then' };
const block = (key: string, text: string) => ({ _key: key, _type: 'block', children: [{ _key: 's', text }] });

const pairs: [string, object, object][] = [
  ['a field is set', { a: 1 }, { a: 2 }],
  ['a field is added', {}, { z: { deep: true } }],
  ['a field is dropped', { a: 1, b: 2, c: 3 }, { a: 1, c: 3 }],
  ['a nested field changes', { o: { a: 1, b: { c: 1 } } }, { o: { a: 1, b: { c: 2, d: 3 } } }],
  ['an object becomes a string', { o: { a: 1 } }, { o: 'text' }],
  ['a list grows in the middle', { l: ['a', 'c'] }, { l: ['a', 'b', 'c'] }],
  ['a list shrinks', { l: ['a', 'b', 'c'] }, { l: ['c'] }],
  ['a list empties', { l: ['a'] }, { l: [] }],
  ['an empty list fills', { l: [] }, { l: ['a'] }],
  ['a list of lists changes', { l: [[1], [2]] }, { l: [[1], [3, 4]] }],
  [
    'one block is edited',
    { b: [block('x', 'one'), block('y', 'two')] },
    { b: [block('x', 'one'), block('y', 'three')] },
  ],
  [
    'blocks change places',
    { b: [block('x', '1'), block('y', '2')] },
    { b: [block('y', '2'), block('x', '1')] },
  ],
  ['the same members repeat', { l: ['a', 'a', 'a'] }, { l: ['a', 'a'] }],
  ['null and missing differ', { a: null }, { b: null }],
];

describe('effects lead from one state to the other and back', () => {
  test.each(pairs)('when %s', (_title, from, to) => {
    const before = { ...base, ...from };
    const after = { ...base, ...to, _rev: '2', _updatedAt: 'now' };
    const { apply, revert } = effectsBetween(before, after);
    const { _rev: _beforeRev, ...plainBefore } = before;
    const { _rev: _afterRev, ...plainAfter } = after;
    expect(applyEffect(before, apply)).toEqual(plainAfter);
    expect(applyEffect(after, revert)).toEqual(plainBefore);
  });

  test('creation and deletion are whole documents, as Studio looks for them', () => {
    const { _rev: _, ...plain } = base;
    expect(effectsBetween(null, base)).toEqual({ apply: [0, plain], revert: [0, null] });
    expect(effectsBetween(base, null)).toEqual({ apply: [0, null], revert: [0, plain] });
  });
});
