import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is yes; false when it was still no at the deadline. */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  { seconds, everyMs = 50 }: { seconds: number; everyMs?: number },
): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    if (await isSo()) return true;
    if (performance.now() > deadline) return false;
    await pause(everyMs);
  }
}
