import { cache } from 'react';
import type { Language } from '#lib/i18n/language.ts';
import { keep } from './content-cache.ts';
import type { Coverage, LiveUpdate, RunningCoverage, UpdateMark } from './live.ts';
import { getCoverage, getRunningCoverages, getUpdateBodies, getUpdateMarks } from './live-query.ts';
import { isSlug } from './slug.ts';

/** Live coverage for pages, through the one door that content-cache.ts keeps. */
export const cachedCoverage = cache(async (language: Language, slug: string): Promise<Coverage | null> => {
  if (!isSlug(slug)) return null;
  return keep(['live', language, slug], [`live-slug:${language}:${slug}`, 'taxonomy'], () =>
    getCoverage(language, slug),
  );
});

/** All updates of the coverage without their texts, the newest first, those that are still to come among them. */
export const cachedUpdateMarks = cache(
  (coverageId: string): Promise<UpdateMark[]> =>
    keep(['live-marks', coverageId], updateTags(coverageId), () => getUpdateMarks(coverageId)),
);

/** These updates with their texts, as many as can be shown, in the order given. */
export async function cachedUpdates(coverage: Coverage, marks: readonly UpdateMark[]): Promise<LiveUpdate[]> {
  const ids = marks.map(({ id }) => id);
  // Their links to articles are judged when they enter the cache, as those of pages are.
  const tags = [...updateTags(coverage.id), `articles:${coverage.language}`];
  const bodies = await keep(['live-bodies', coverage.language, ids.join(' ')], tags, () =>
    getUpdateBodies(coverage.language, ids, new Date()),
  );
  return marks.flatMap((mark) => {
    const body = bodies[mark.id];
    return body ? [{ ...mark, body }] : [];
  });
}

export const cachedRunningCoverages = cache(
  (language: Language): Promise<RunningCoverage[]> =>
    keep(['live-running', language], [`live-running:${language}`], () => getRunningCoverages(language)),
);

const updateTags = (coverageId: string) => ['live-updates', `live:${coverageId}`];
