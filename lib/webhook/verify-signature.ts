import { createHmac, timingSafeEqual } from 'node:crypto';

/** `signature` names the delivery: nobody without the secret can make another one for the same body and moment. */
export type Verdict =
  | { kind: 'genuine'; signature: string }
  | { kind: 'refused'; because: 'unsigned' | 'forged' | 'out of time' };

const toleranceMs = 5 * 60_000;
const form = /^t=(?<time>\d{10,16})[, ]+v1=(?<signature>[A-Za-z0-9_-]{43}=?)$/;

/** Checks a `sanity-webhook-signature` header: an HMAC of moment and body, not older or newer than five minutes. */
export function verifySignature(header: string | null, body: string, secret: string, now: Date): Verdict {
  const { time, signature } = form.exec(header?.trim() ?? '')?.groups ?? {};
  if (time === undefined || signature === undefined) return { kind: 'refused', because: 'unsigned' };
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { kind: 'refused', because: 'forged' };
  }
  const age = Math.abs(now.getTime() - Number(time));
  if (age > toleranceMs) return { kind: 'refused', because: 'out of time' };
  return { kind: 'genuine', signature: expected.toString('base64url') };
}
