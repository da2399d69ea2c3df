import { createHash } from 'node:crypto';

/** What tells a program that a text has not changed: an ETag. */
export function tagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
}
