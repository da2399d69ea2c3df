import { describe, expect, test } from 'vitest';
import { signatureOf } from './a-signed-body.ts';
import { verifySignature } from './verify-signature.ts';

const secret = 'a-secret-that-both-ends-know-1234';
const body = '{"_id":"article-a","headline":"«Sargazo»"}';
const now = new Date('2026-01-15T12:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

test('believes the sender who knows the secret', () => {
  expect(verifySignature(signatureOf(body, secret, now), body, secret, now).kind).toBe('genuine');
});

test('agrees with the signature that Sanity publishes for its own check', () => {
  const header = 't=1633519811129,v1=tLa470fx7qkLLEcMOcEUFuBbRSkGujyskxrNXcoh0N0';
  expect(verifySignature(header, '{"_id":"resume"}', 'test', new Date(1633519811129)).kind).toBe('genuine');
});

describe('refuses', () => {
  const refusals: [string, string | null, string, string, Date][] = [
    ['no signature', null, body, 'unsigned', now],
    ['an empty one', '', body, 'unsigned', now],
    ['one without a moment', 'v1=abc', body, 'unsigned', now],
    ['one that is too short', `t=${now.getTime()},v1=abcd`, body, 'unsigned', now],
    ['another secret', signatureOf(body, 'another-secret-altogether-123456', now), body, 'forged', now],
    ['another body', signatureOf(body, secret, now), `${body} `, 'forged', now],
    [
      'another moment',
      signatureOf(body, secret, now).replace(/^t=\d+/, `t=${now.getTime() + 1}`),
      body,
      'forged',
      now,
    ],
    ['an old one', signatureOf(body, secret, minutes(-6)), body, 'out of time', now],
    ['one from the future', signatureOf(body, secret, minutes(6)), body, 'out of time', now],
  ];
  test.each(refusals)('%s', (_, header, text, because, moment) => {
    expect(verifySignature(header, text, secret, moment)).toEqual({ kind: 'refused', because });
  });
});

test('takes a clock that is four minutes off, either way', () => {
  for (const count of [-4, 4]) {
    expect(verifySignature(signatureOf(body, secret, minutes(count)), body, secret, now).kind).toBe(
      'genuine',
    );
  }
});
