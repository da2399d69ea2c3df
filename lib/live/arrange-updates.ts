import type { Coverage, UpdateMark } from '#lib/content/live.ts';

/** On one page of a coverage; what is pinned comes on top of the first. */
export const updatesPerPage = 30;

export type ArrangedPage = {
  pinned: UpdateMark[];
  updates: UpdateMark[];
  /** In the order of the coverage, from every page. */
  keyMoments: UpdateMark[];
  page: number;
  pages: number;
};

/** What is published by now, and when the next one will be. */
export function publishedUpdates(marks: readonly UpdateMark[], now: Date) {
  const isPublished = ({ publishedAt }: UpdateMark) => Date.parse(publishedAt) <= now.getTime();
  const coming = marks.filter((mark) => !isPublished(mark)).map(({ publishedAt }) => Date.parse(publishedAt));
  return {
    published: marks.filter(isPublished),
    nextAt: coming.length > 0 ? new Date(Math.min(...coming)) : null,
  };
}

/** One page of what is published, given with the newest first. null: there is no such page. */
export function arrangeUpdates(
  order: Coverage['order'],
  published: readonly UpdateMark[],
  page: number,
): ArrangedPage | null {
  const { pinned, rest } = parts(order, published);
  const pages = Math.max(1, Math.ceil(rest.length / updatesPerPage));
  if (!Number.isInteger(page) || page < 1 || page > pages) return null;
  return {
    pinned: page === 1 ? pinned : [],
    updates: rest.slice((page - 1) * updatesPerPage, page * updatesPerPage),
    keyMoments: inOrder(order, published).filter(({ keyMoment }) => keyMoment),
    page,
    pages,
  };
}

/** On which page an update stands now; others come and push it on. */
export function pageOfUpdate(
  order: Coverage['order'],
  published: readonly UpdateMark[],
  id: string,
): number | null {
  const { pinned, rest } = parts(order, published);
  if (pinned.some((mark) => mark.id === id)) return 1;
  const index = rest.findIndex((mark) => mark.id === id);
  return index < 0 ? null : Math.floor(index / updatesPerPage) + 1;
}

function parts(order: Coverage['order'], published: readonly UpdateMark[]) {
  return {
    pinned: published.filter(({ pinned }) => pinned),
    rest: inOrder(order, published).filter(({ pinned }) => !pinned),
  };
}

function inOrder(order: Coverage['order'], newestFirst: readonly UpdateMark[]): UpdateMark[] {
  return order === 'newest' ? [...newestFirst] : newestFirst.toReversed();
}
