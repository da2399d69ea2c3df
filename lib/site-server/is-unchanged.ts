import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

type Asked = Pick<IncomingHttpHeaders, 'if-none-match'>;

/**
 * Whether who asks has this very answer already (RFC 9110, 13.1), by its tag; tags are compared weakly, for the compressed
 * answer is the same text. A date would not do: the newest item's does not change when another one is taken back.
 */
export function isUnchanged(asked: Asked, headers: OutgoingHttpHeaders): boolean {
  const own = headers.etag;
  if (typeof own !== 'string') return false;
  const tags = asked['if-none-match']?.split(',') ?? [];
  return tags.some((tag) => tag.trim() === '*' || plain(tag) === plain(own));
}

function plain(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
