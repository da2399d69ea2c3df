import { setTimeout as pause } from 'node:timers/promises';

export type Pace = () => Promise<void>;

/** Lets so many pass a second, evenly. Whoever waits is let go when the program stops. */
export function openPace(perSecond: number, stopping: AbortSignal): Pace {
  const gapMs = 1000 / perSecond;
  let nextAt = 0;
  return async () => {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + gapMs;
    if (at > now) await pause(at - now, undefined, { signal: stopping }).catch(() => undefined);
  };
}
