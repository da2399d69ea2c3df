import { expect, test } from 'vitest';
import type { Block } from '#lib/content/body.ts';
import type { Decision } from './decide-access.ts';
import { previewLength, visibleBlocks } from './visible-blocks.ts';

const full: Decision = { kind: 'full', reason: 'public' };
const preview: Decision = { kind: 'preview', reason: 'subscribers-only' };

const text = (words: string, given: Partial<Extract<Block, { _type: 'block' }>> = {}): Block => ({
  _type: 'block',
  _key: words,
  style: 'normal',
  children: [{ _type: 'span', _key: 's', text: words, marks: [] }],
  ...given,
});
const item = (words: string) => text(words, { listItem: 'bullet' });
const heading = (words: string) => text(words, { style: 'h2' });
const quote: Block = { _type: 'pullQuote', _key: 'quote', text: 'Said', attribution: null };
const paywallBreak: Block = { _type: 'paywallBreak', _key: 'break' };

const keys = (blocks: Block[], decision: Decision, paragraphs = 2) =>
  visibleBlocks(blocks, decision, paragraphs).map((block) => block._key);

test('returns nothing below the break', () => {
  const blocks = [text('a'), paywallBreak, text('canary'), paywallBreak, text('more')];
  expect(keys(blocks, preview, 99)).toEqual(['a']);
  expect(JSON.stringify(visibleBlocks(blocks, preview, 99))).not.toContain('canary');
});

test('a break at the top leaves nothing', () => {
  expect(keys([paywallBreak, text('a'), text('b'), text('c')], preview)).toEqual([]);
});

test('without a break the first paragraphs are shown, with what stands between them', () => {
  expect(keys([heading('h'), text('a'), quote, text('b'), text('c')], preview)).toEqual([
    'h',
    'a',
    'quote',
    'b',
  ]);
});

test('nothing that follows the last shown paragraph is shown: no heading, no picture', () => {
  expect(keys([text('a'), text('b'), heading('h'), text('c'), text('d')], preview)).toEqual(['a', 'b']);
});

test('a list is one paragraph and is never cut in two', () => {
  const blocks = [text('a'), item('1'), item('2'), item('3'), text('b'), text('c')];
  expect(keys(blocks, preview, 1)).toEqual(['a']);
  expect(keys(blocks, preview, 2)).toEqual(['a', '1', '2', '3']);
});

test('a preview without a break never is the whole text, however short it is', () => {
  expect(keys([text('a'), text('b')], preview, 3)).toEqual(['a']);
  expect(keys([text('a')], preview, 3)).toEqual([]);
  expect(keys([item('1'), item('2')], preview, 3)).toEqual([]);
  expect(keys([text('a'), text('b'), text(' ')], preview, 3)).toEqual(['a']);
  expect(keys([], preview)).toEqual([]);
});

test('no paragraphs asked for, none given', () => {
  expect(keys([heading('h'), text('a'), text('b')], preview, 0)).toEqual([]);
  expect(keys([text('a'), text('b')], preview, Number.NaN)).toEqual([]);
});

test('a full article has everything but the break itself', () => {
  expect(keys([text('a'), paywallBreak, item('1'), quote], full)).toEqual(['a', '1', 'quote']);
});

test('the whole text begins with the preview, and what follows is what others do not get', () => {
  for (const blocks of [
    [text('a'), paywallBreak, item('1'), quote],
    [paywallBreak, text('a')],
    [heading('h'), text('a'), text('b'), text('c')],
  ]) {
    const whole = keys(blocks, full);
    expect(whole.slice(0, previewLength(blocks, 1))).toEqual(keys(blocks, preview, 1));
    expect(whole.length).toBeGreaterThan(previewLength(blocks, 1));
  }
});
