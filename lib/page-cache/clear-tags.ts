import { setTimeout as timeout } from 'node:timers/promises';
import { siteStore } from './site-store.ts';

const longestRenderMilliseconds = 5_000;

/**
 * The one way to clear what the site keeps; other instances will be told here. Resolves when no render that began
 * before the clearing can still be shared with a new request: whoever asks after that gets the new state.
 */
export async function clearTags(
  tags: readonly string[],
  now: number = Date.now(),
): Promise<{ forgotten: number }> {
  const forgotten = siteStore().clear(tags, now);
  const renders = siteStore().rendersBegun(now - longestRenderMilliseconds, now);
  const allEnded = Promise.all(renders.map(({ ended }) => ended));
  if (renders.length > 0)
    await Promise.race([allEnded, timeout(longestRenderMilliseconds, null, { ref: false })]);
  return { forgotten };
}
