import { expect, test } from 'vitest';
import {
  cookieOf,
  endPendingCookie,
  giftCookie,
  hintCookie,
  pendingCookie,
  pendingHintCookie,
  sessionCookie,
  typedCookie,
} from './reader-cookies.ts';

const tls = 'https://news.example';
const plain = 'http://localhost:3000';

test('over TLS the session is tied to its host and to TLS', () => {
  expect(sessionCookie(tls, 'x')).toBe(
    '__Host-session=x; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure',
  );
});

test('over TLS every cookie has the prefix that ties it to the host, and the path it demands', () => {
  const all = [hintCookie(tls), pendingHintCookie(tls), pendingCookie(tls, 'x'), typedCookie(tls, 'x')];
  for (const cookie of all) expect(cookie).toMatch(/^__Host-.*; Path=\/;.*; Secure$/);
  expect(hintCookie(plain)).toMatch(/^hint=known; /);
});

test('without TLS it has the name that browsers take', () => {
  expect(sessionCookie(plain, 'x')).toBe('session=x; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax');
});

test('scripts read the hint and nothing else', () => {
  expect(hintCookie(tls)).not.toContain('HttpOnly');
  expect(pendingHintCookie(tls)).not.toContain('HttpOnly');
  const others = [
    pendingCookie(tls, 'x'),
    endPendingCookie(tls),
    typedCookie(tls, 'x'),
    sessionCookie(tls, 'x'),
  ];
  for (const cookie of others) expect(cookie).toContain('HttpOnly');
});

test('gifts are held for a year, whichever was opened last: the database ends each', () => {
  expect(giftCookie(plain, 'a.b')).toBe('gift=a.b; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
});

test('what was typed cannot break out of its cookie', () => {
  expect(typedCookie(plain, 'a; Path=/\r\nx: y\ud800')).toBe(
    'typed=a%3B%20Path%3D%2F%0D%0Ax%3A%20y%EF%BF%BD; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
  );
});

test('a cookie is found by its whole name', () => {
  const headers = new Headers({ cookie: 'xsession=a; session=b; session2=c' });
  expect(cookieOf(headers, 'session')).toBe('b');
  expect(cookieOf(headers, 'hint')).toBeNull();
});
