import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Language, languageSchema } from '#lib/i18n/language.ts';

/** What this browser has typed into a sign-up that waits for its confirmation. Only this browser holds it, sealed. */
export type PendingSignUp = {
  address: string;
  language: Language;
  source: string | null;
  /** Null: no choice was offered. */
  listIds: string[] | null;
  sentAt: Date;
};

/** Before this long nobody is sent the same mail again. */
export const resendAfterMs = 60_000;
const livesMs = 24 * 3_600_000;

const version = 'v1';
const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

const contentSchema = z.tuple([
  z.string(),
  languageSchema,
  z.string().nullable(),
  z.array(z.string()).nullable(),
  z.number().int(),
]);

/** Encrypted and authenticated: nobody reads the address from the cookie or puts another's in. */
export function sealPending(secret: string, pending: PendingSignUp): string {
  const { address, language, source, listIds, sentAt } = pending;
  const content: z.infer<typeof contentSchema> = [address, language, source, listIds, sentAt.getTime()];
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyFrom(secret), iv).setAAD(Buffer.from(version));
  const sealed = Buffer.concat([sealing.update(JSON.stringify(content)), sealing.final()]);
  return `${version}.${Buffer.concat([iv, sealed, sealing.getAuthTag()]).toString('base64url')}`;
}

/** Null for whatever this site has not sealed itself within the last day. */
export function openPending(secret: string, sealed: string, now: Date): PendingSignUp | null {
  const [givenVersion, body, more] = sealed.split('.');
  if (givenVersion !== version || !body || more !== undefined) return null;
  const bytes = Buffer.from(body, 'base64url');
  if (bytes.length <= ivBytes + tagBytes) return null;
  try {
    const opening = createDecipheriv(cipher, keyFrom(secret), bytes.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(version))
      .setAuthTag(bytes.subarray(-tagBytes));
    const text = Buffer.concat([opening.update(bytes.subarray(ivBytes, -tagBytes)), opening.final()]);
    const [address, language, source, listIds, sentAtMs] = contentSchema.parse(JSON.parse(text.toString()));
    if (now.getTime() - sentAtMs >= livesMs) return null;
    return { address, language, source, listIds, sentAt: new Date(sentAtMs) };
  } catch {
    // Forged, damaged or sealed with another secret: as good as no cookie.
    return null;
  }
}

/** How long the button waits; the database has the last word. */
export function resendWaitSeconds({ sentAt }: PendingSignUp, now: Date): number {
  const leftMs = sentAt.getTime() + resendAfterMs - now.getTime();
  return Math.ceil(Math.min(resendAfterMs, Math.max(0, leftMs)) / 1000);
}

/** A key of its own, so that nothing sealed here means anything where the secret serves otherwise. */
function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `pending sign-up ${version}`, 32));
}
