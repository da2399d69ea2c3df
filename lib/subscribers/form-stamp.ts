import { timingSafeEqual } from 'node:crypto';
import { keyedHash } from './secret-token.ts';

/** Nobody reads a page and types an address in less. */
const quickestMs = 2000;

/** Says in a form when it was made. Only on pages made for each request: a kept page would say when it was kept. */
export function stampForm(secret: string, now: Date): string {
  const instant = now.getTime().toString(36);
  return `${instant}.${keyedHash(secret, 'form.opened', instant)}`;
}

/** Whether a form came back faster than a person types. A stamp that is missing or not ours says nothing. */
export function cameBackTooQuickly(secret: string, stamp: string, now: Date): boolean {
  const [instant = '', signature = ''] = stamp.split('.');
  const given = Buffer.from(signature);
  const ours = Buffer.from(keyedHash(secret, 'form.opened', instant));
  if (given.length !== ours.length || !timingSafeEqual(given, ours)) return false;
  const ageMs = now.getTime() - Number.parseInt(instant, 36);
  return ageMs >= 0 && ageMs < quickestMs;
}
