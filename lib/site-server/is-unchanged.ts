import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

type Asked = Pick<IncomingHttpHeaders, 'if-none-match' | 'if-modified-since'>;

/**
 * Whether who asks has this very answer already (RFC 9110, 13.1). A tag goes before a date, and tags are compared weakly:
 * the compressed answer is the same text.
 */
export function isUnchanged(asked: Asked, headers: OutgoingHttpHeaders): boolean {
  const tags = asked['if-none-match'];
  if (tags !== undefined) {
    const own = headers.etag;
    if (typeof own !== 'string') return false;
    return tags.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(own));
  }
  const since = Date.parse(asked['if-modified-since'] ?? '');
  const last = Date.parse(String(headers['last-modified'] ?? ''));
  return last <= since;
}

function plain(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
