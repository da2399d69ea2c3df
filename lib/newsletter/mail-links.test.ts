import { expect, test } from 'vitest';
import { recipientToken } from './edition-content.ts';
import { bodyLink } from './mail-links.ts';

test('no link of an article carries the reader’s token away, however it is written', () => {
  const [begin, end] = [recipientToken.slice(0, 5), recipientToken.slice(5)];
  for (const between of ['', '\t', '\n']) {
    const href = `https://evil.example/?t=${begin}${between}${end}`;
    const link = bodyLink('https://news.example', { language: 'en', slug: 'reef' }, href);
    expect(link).toMatch(/^https:\/\/evil\.example\//);
    expect(link).not.toContain(recipientToken);
  }
});
