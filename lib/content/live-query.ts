import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import type { Block } from './body.ts';
import { bodyFields, parseBody } from './body-row.ts';
import { inLanguage } from './groq-parts.ts';
import { getRows, parseRow, parseRows } from './lake-client.ts';
import {
  type Coverage,
  coverageSchema,
  type RunningCoverage,
  runningCoverageSchema,
  type UpdateMark,
  updateMarkSchema,
} from './live.ts';

const coverageQuery = `
  *[_type == "liveCoverage" && language == $language && slug.current == $slug][0...1]{
    "id": _id, language, "slug": slug.current, headline, standfirst,
    "section": section->{ "id": _id, "slug": slug.current, "title": ${inLanguage('title')} },
    "state": coalesce(state, "live"), "order": coalesce(order, "newest")
  }`;

/** Ten times what a long day brings. Beyond it the oldest are not shown. */
const mostUpdates = 2000;

const marksQuery = `
  *[_type == "liveUpdate" && coverage._ref == $coverage] | order(publishedAt desc, _id desc)[0...${mostUpdates}]{
    "id": _id, "revision": _rev, headline, publishedAt,
    "keyMoment": keyMoment == true, "pinned": pinned == true
  }`;

const bodiesQuery = `*[_type == "liveUpdate" && _id in $ids]{ "id": _id, ${bodyFields} }`;

const runningQuery = `
  *[_type == "liveCoverage" && language == $language && coalesce(state, "live") == "live"]
  | order(_createdAt desc)[0...3]{ "id": _id, "slug": slug.current, headline }`;

const bodyRow = z.object({ id: z.string(), body: z.array(z.unknown()) });

export async function getCoverage(language: Language, slug: string): Promise<Coverage | null> {
  const [row] = await getRows(coverageQuery, { language, slug });
  return row ? parseRow(coverageSchema, row) : null;
}

/** The newest first. Whoever shows them leaves out what is still to come by its own clock. */
export async function getUpdateMarks(coverage: string): Promise<UpdateMark[]> {
  return parseRows(updateMarkSchema, await getRows(marksQuery, { coverage }));
}

/** The texts of these updates; one whose text is broken is left out with a log line, as in any list. */
export async function getUpdateBodies(
  language: Language,
  ids: readonly string[],
  now: Date,
): Promise<Record<string, Block[]>> {
  const rows = parseRows(bodyRow, await getRows(bodiesQuery, { ids }));
  const bodies = rows.flatMap(({ id, body }): [string, Block[]][] => {
    try {
      return [[id, parseBody(body, { documentId: id, language, now })]];
    } catch (cause) {
      if (!(cause instanceof z.ZodError)) throw cause;
      log.warn({ event: 'content.bad-document-skipped', id, err: cause });
      return [];
    }
  });
  return Object.fromEntries(bodies);
}

/** What is live now, the last begun first. */
export async function getRunningCoverages(language: Language): Promise<RunningCoverage[]> {
  return parseRows(runningCoverageSchema, await getRows(runningQuery, { language }));
}
