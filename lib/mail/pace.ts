export type Pace = () => Promise<void>;

/** Lets so many pass a second, evenly; whoever comes too early waits for their turn. */
export function openPace(
  perSecond: number,
  wait: (milliseconds: number) => Promise<void>,
  clock: () => number = () => performance.now(),
): Pace {
  const gapMs = 1000 / perSecond;
  let nextAt = 0;
  return async () => {
    const now = clock();
    const at = Math.max(now, nextAt);
    nextAt = at + gapMs;
    if (at > now) await wait(at - now);
  };
}
