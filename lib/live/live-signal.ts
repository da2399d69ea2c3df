import type { Coverage, UpdateMark } from '#lib/content/live.ts';

/** More than come while a page is open. */
const mostTold = 100;

/**
 * What open pages ask for: no text, only what there is, so that it stays small however long the coverage. Where it is
 * not whole, an update that is taken back leaves open pages with their next load only.
 */
export function liveSignal({ state }: Pick<Coverage, 'state'>, published: readonly UpdateMark[]): object {
  const updates = published
    .slice(0, mostTold)
    .map(({ id, revision, pinned }) => ({ id, revision, ...(pinned && { pinned }) }));
  return { state, isWhole: updates.length === published.length, updates };
}
