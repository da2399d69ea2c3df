import { randomBytes } from 'node:crypto';
import type { Caller } from './caller.ts';

type KnownCaller = Extract<Caller, { kind: 'known' }>;
const lifetimeMilliseconds = 60_000;

/** The short step between the sign-in page and Studio: an id in the URL, good for one token, soon. */
export class SignInSessions {
  readonly #sessions = new Map<string, { caller: KnownCaller; until: number }>();

  begin(caller: KnownCaller, now: Date): string {
    const id = randomBytes(24).toString('base64url');
    this.#sessions.set(id, { caller, until: now.getTime() + lifetimeMilliseconds });
    return id;
  }

  take(id: string, now: Date): KnownCaller | null {
    const session = this.#sessions.get(id);
    this.#sessions.delete(id);
    for (const [old, { until }] of this.#sessions) if (until < now.getTime()) this.#sessions.delete(old);
    return session && session.until >= now.getTime() ? session.caller : null;
  }
}
