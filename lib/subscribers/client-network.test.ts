import { expect, test } from 'vitest';
import { clientNetwork } from './client-network.ts';

const from = (forwarded: string, hops: number) =>
  clientNetwork(new Headers({ 'x-forwarded-for': forwarded }), hops);

test('without a proxy the peer our server saw counts, not what the client claims', () => {
  expect(from('198.51.100.9, 203.0.113.7', 0)).toBe('203.0.113.7');
});

test('behind one proxy the entry it appended counts', () => {
  expect(from('198.51.100.9, 203.0.113.7, 10.0.0.1', 1)).toBe('203.0.113.7');
});

test('a chain shorter than promised falls back on its first entry', () => {
  expect(from('203.0.113.7', 2)).toBe('203.0.113.7');
});

test('an IPv6 client is counted by its /64, however it is written', () => {
  expect(from('2001:db8:0:7::1', 0)).toBe('2001:db8:0:7::/64');
  expect(from('2001:0DB8:0000:0007:aaaa:bbbb:cccc:dddd', 0)).toBe('2001:db8:0:7::/64');
});

test('an IPv4 address in IPv6 clothes is the IPv4 address', () => {
  expect(from('::ffff:203.0.113.7', 0)).toBe('203.0.113.7');
});

test('no usable address is one common network', () => {
  expect(clientNetwork(new Headers(), 0)).toBe('unknown');
  expect(from('<script>', 0)).toBe('unknown');
});
