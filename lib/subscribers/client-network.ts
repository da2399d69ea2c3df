import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network a request comes from, for counting. Each proxy appends the peer it saw to X-Forwarded-For, our own
 * server does so first of all: with N trusted proxies in front, the entry N places before the last is the client.
 * Entries further left are the client's own claims.
 */
export function clientNetwork(headers: Headers, trustedProxyHops: number): string {
  const entries = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  return networkOf(entries.at(-1 - trustedProxyHops) ?? entries.at(0) ?? '');
}

/** One IPv4 address; of IPv6 the /64 that one household or server usually holds whole. */
function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(mapped)) return mapped;
  if (!isIPv6(mapped)) return 'unknown';
  const [head = '', tail] = mapped.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const gap = tail === undefined ? [] : new Array<string>(8 - left.length - right.length).fill('0');
  const groups = [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
