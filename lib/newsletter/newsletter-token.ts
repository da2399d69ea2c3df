import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who leaves or chooses, and by which mail; `editionId` is null in mails that belong to no edition. */
export type NewsletterTokenHolder = { subscriberId: string; editionId: string | null };

/** First character of every token: a new key or shape gets the next one, and the old one stays readable. */
const version = '1';
const nobody = '00000000-0000-0000-0000-000000000000';
const macBytes = 18;

/**
 * What the unsubscribe and preference links of a mail carry: no expiry and as often as wanted, because law and readers
 * expect a link in an old mail to work. It opens newsletters only, never a session. 68 characters, all safe in an address.
 */
export function newsletterToken(secret: string, { subscriberId, editionId }: NewsletterTokenHolder): string {
  const ids = Buffer.concat([idBytes(subscriberId), idBytes(editionId ?? nobody)]);
  return version + Buffer.concat([ids, macOf(secret, ids)]).toString('base64url');
}

/** Null when it is not a token of this secret. In constant time. */
export function openNewsletterToken(secret: string, token: string): NewsletterTokenHolder | null {
  const bytes = token.startsWith(version) ? Buffer.from(token.slice(1), 'base64url') : Buffer.alloc(0);
  if (bytes.length !== 32 + macBytes || version + bytes.toString('base64url') !== token) return null;
  const ids = bytes.subarray(0, 32);
  if (!timingSafeEqual(bytes.subarray(32), macOf(secret, ids))) return null;
  const editionId = idOf(ids.subarray(16));
  return { subscriberId: idOf(ids.subarray(0, 16)), editionId: editionId === nobody ? null : editionId };
}

function macOf(secret: string, ids: Buffer): Buffer {
  return createHmac('sha256', secret)
    .update(`newsletter-token.${version}\n`)
    .update(ids)
    .digest()
    .subarray(0, macBytes);
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
