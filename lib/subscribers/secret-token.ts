import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits as 43 characters that are safe in an address and in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function isToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** What the database keeps. A token is random in full, so a plain hash cannot be searched. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** For values that can be guessed, such as addresses: without the key the hash tells nothing. */
export function keyedHash(key: string, purpose: string, value: string): string {
  return createHmac('sha256', key).update(`${purpose}\n${value}`).digest('base64url');
}

/** Six digits that a person carries from one device to another. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** A code is short, so its hash has a key, and opens only the request that it was made for. */
export function hashCode(key: string, requestId: string, code: string): string {
  return keyedHash(key, 'sign-in.code', `${requestId}\n${code}`);
}
