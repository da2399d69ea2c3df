import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineHashes } from './inline-hashes.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('hashes each inline script and style once, byte for byte', () => {
  const html = `<style>a{}</style><script>one()</script><script id="x">two("é")</script><script>one()</script>`;
  expect(inlineHashes(html)).toEqual({
    scripts: [sha256('one()'), sha256('two("é")')],
    styles: [sha256('a{}')],
    frames: [],
  });
});

test('leaves out scripts with an address and scripts that are data', () => {
  const html =
    '<script src="/a.js" async=""></script><script type="application/ld+json">{"a":"<b>"}</script>' +
    '<script type="module">run()</script>';
  expect(inlineHashes(html).scripts).toEqual([sha256('run()')]);
});

test('text that looks like a script is text', () => {
  expect(inlineHashes('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>').scripts).toEqual([]);
});

test('a page may frame the players that it names, each once, and no other host', () => {
  const html =
    '<div data-player="vimeo"></div><div data-player="vimeo"></div><div data-player="elsewhere"></div>' +
    '<p>data-player=&quot;youtube&quot;</p>';
  expect(inlineHashes(html).frames).toEqual(['https://player.vimeo.com/video/']);
});
