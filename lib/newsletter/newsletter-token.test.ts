import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newsletterToken, openNewsletterToken } from './newsletter-token.ts';

const secret = 'a secret of at least 24 characters';
const holder = { subscriberId: randomUUID(), editionId: randomUUID() };

test('a token says who and by which mail, again and again', () => {
  const token = newsletterToken(secret, holder);
  expect(token).toMatch(/^[\w-]{68}$/);
  expect(openNewsletterToken(secret, token)).toEqual(holder);
  expect(openNewsletterToken(secret, newsletterToken(secret, { ...holder, editionId: null }))).toEqual({
    ...holder,
    editionId: null,
  });
});

test('a token of another secret, or changed in any character, opens nothing', () => {
  const token = newsletterToken(secret, holder);
  expect(openNewsletterToken('another secret of 24 characters', token)).toBeNull();
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(openNewsletterToken(secret, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
  for (const wrong of ['', '1', `${token}A`, token.slice(0, -1), `2${token.slice(1)}`])
    expect(openNewsletterToken(secret, wrong)).toBeNull();
});
