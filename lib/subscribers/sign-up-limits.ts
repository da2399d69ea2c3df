const minuteMs = 60_000;

/** How often one thing may happen in a fixed window. */
export type Limit = { key: string; most: number; windowMs: number };

/** Ten honest people in one office pass; a script soon does not. Counted whether or not the address is known. */
export function signUpLimits(signUp: { addressHash: string; networkHash: string }): Limit[] {
  return [
    { key: `address:${signUp.addressHash}`, most: 5, windowMs: 60 * minuteMs },
    { key: `network:${signUp.networkHash}`, most: 100, windowMs: 60 * minuteMs },
  ];
}

/** Counted only for what the other limits let through: nobody can use it up for everybody. */
export const overallLimit: Limit = { key: 'everybody', most: 2000, windowMs: 10 * minuteMs };

export function windowStart(limit: Limit, now: Date): Date {
  return new Date(Math.floor(now.getTime() / limit.windowMs) * limit.windowMs);
}

export type LimitVerdict = { kind: 'free' } | { kind: 'limited'; limit: string; retryAfterSeconds: number };

/** `counts` holds what each limit has counted in its window, this time included. */
export function judgeLimits(limits: Limit[], counts: Map<string, number>, now: Date): LimitVerdict {
  let verdict: LimitVerdict = { kind: 'free' };
  let longest = 0;
  for (const limit of limits) {
    if ((counts.get(limit.key) ?? 0) <= limit.most) continue;
    const endsIn = windowStart(limit, now).getTime() + limit.windowMs - now.getTime();
    const retryAfterSeconds = Math.max(1, Math.ceil(endsIn / 1000));
    if (retryAfterSeconds <= longest) continue;
    longest = retryAfterSeconds;
    verdict = { kind: 'limited', limit: limit.key.split(':')[0] ?? limit.key, retryAfterSeconds };
  }
  return verdict;
}
