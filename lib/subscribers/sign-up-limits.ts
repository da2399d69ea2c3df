const minuteMs = 60_000;

/**
 * How often something may happen. The window slides: what the window before has counted weighs in by the share of it
 * that is less than one window ago. The key says what is counted, then of whom.
 */
export type Limit = {
  key: string;
  most: number;
  windowMs: number;
  /** The refusal in one window that tells the operator of an attack; none for what people do by themselves. */
  attackAt?: number;
};

/**
 * Ten honest people in one office pass; a script soon does not. One network cannot use up what an address may get, so
 * it locks nobody out of their mail. Counted whether or not the address is known. From the narrowest to the widest:
 * the rows are locked in this order, the last one, which all share, for the shortest time.
 */
export function signUpLimits(signUp: { addressHash: string; networkHash: string }): Limit[] {
  const { addressHash, networkHash } = signUp;
  return [
    { key: `address_here:${addressHash}.${networkHash}`, most: 5, windowMs: 60 * minuteMs, attackAt: 20 },
    { key: `address:${addressHash}`, most: 10, windowMs: 60 * minuteMs, attackAt: 20 },
    networkLimit(networkHash),
    { key: 'everybody', most: 2000, windowMs: 10 * minuteMs, attackAt: 1 },
  ];
}

/** Forms that come back faster than people type; beyond it one more press is asked for, which is not refused. */
export function hastyLimit(networkHash: string): Limit {
  return { key: `hasty:${networkHash}`, most: 30, windowMs: 60 * minuteMs };
}

export function networkLimit(networkHash: string): Limit {
  return { key: `network:${networkHash}`, most: 100, windowMs: 60 * minuteMs, attackAt: 1 };
}

export function windowStart(limit: Limit, now: Date): Date {
  return new Date(Math.floor(now.getTime() / limit.windowMs) * limit.windowMs);
}

/** How much of what the window before has counted still weighs in. */
export function shareLeft(limit: Limit, now: Date): number {
  return 1 - (now.getTime() - windowStart(limit, now).getTime()) / limit.windowMs;
}

export type LimitVerdict = { kind: 'free' } | { kind: 'limited'; limit: string; retryAfterSeconds: number };

/**
 * When one more passes, if nothing else happens until then. `before` is what the window before has counted. A refusal
 * means that this window holds all that there was room for, because refusals themselves are not counted.
 */
export function retryAfterSeconds(limit: Limit, before: number, now: Date): number {
  const { most, windowMs } = limit;
  const held = Math.max(0, Math.floor(most - before * shareLeft(limit, now) + 1e-9));
  const start = windowStart(limit, now).getTime();
  const room = most - held - 1;
  const inThisWindow = room < 0 ? 1 : 1 - room / Math.max(before, 1);
  // In the next window what this one holds becomes the weight, and this one's own is forgotten.
  const inNextWindow = held === 0 ? 0 : Math.max(0, 1 - (most - 1) / held);
  const at = inThisWindow < 1 ? start + inThisWindow * windowMs : start + (1 + inNextWindow) * windowMs;
  return Math.max(1, Math.ceil((at - now.getTime()) / 1000));
}
