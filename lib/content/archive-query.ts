import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { type ArchiveMonth, monthBounds, monthsOf } from './archive-month.ts';
import type { Summary } from './article.ts';
import { listable, summaryFields } from './groq-parts.ts';
import { getRows, parseRow, parseRows, unavailable } from './lake-client.ts';
import { listed } from './lists-query.ts';

/** Embargoed ones are left out here: nobody may learn from a list of months that there is one. */
const shown = `_type == "article" && language == $language && ${listable}
  && (!defined(embargoUntil) || dateTime(embargoUntil) <= dateTime($now))`;

const waitingQuery = `
  *[_type == "article" && language == $language && ${listable}
    && defined(embargoUntil) && dateTime(embargoUntil) > dateTime($now)][0...100]{ "id": _id, embargoUntil }`;

const waiting = z.object({ id: z.string(), embargoUntil: z.string() });

/** What will come out by the clock, as the lists of the archive leave it out themselves. */
export async function getWaiting(language: Language, now: Date): Promise<{ embargoUntil: string }[]> {
  return parseRows(waiting, await getRows(waitingQuery, { language, now: now.toISOString() }));
}

/** Ordered like this, a lake finds where a month begins and ends in its sorted list, however many articles there are. */
const newestFirst = 'order(publishedAt desc, _id asc)';

const inTime = (from: string, to: string) => `publishedAt >= ${from} && publishedAt < ${to}`;

const firstAndLastQuery = `
  [...*[${shown}] | order(publishedAt asc, _id asc)[0...1]{ "id": _id, publishedAt },
   ...*[${shown}] | ${newestFirst}[0...1]{ "id": _id, publishedAt }]`;

const published = z.object({ id: z.string(), publishedAt: z.string() });

/** When the oldest and the newest article came out; null where there is none. */
export async function getArchiveSpan(
  language: Language,
  now: Date,
): Promise<{ first: string; last: string } | null> {
  const rows = await getRows(firstAndLastQuery, { language, now: now.toISOString() });
  const [oldest, newest] = parseRows(published, rows);
  return oldest ? { first: oldest.publishedAt, last: (newest ?? oldest).publishedAt } : null;
}

const yearRow = z.object({ months: z.array(z.boolean()).length(12) });

/** The months of a year in which something came out. */
export async function getArchiveMonths(
  language: Language,
  year: number,
  timeZone: string,
  now: Date,
): Promise<ArchiveMonth[]> {
  const months = monthsOf(year);
  const bounds = months.map((month) => monthBounds(month, timeZone));
  const edges = [...bounds.map(({ from }) => from), bounds.at(-1)?.to];
  const any = months.map(
    (_, index) =>
      `defined((*[${shown} && ${inTime(`$edges[${index}]`, `$edges[${index + 1}]`)}] | ${newestFirst}[0...1])[0]._id)`,
  );
  const query = `[{ "id": "months", "months": [${any.join(', ')}] }]`;
  const [row] = await getRows(query, { language, edges, now: now.toISOString() });
  if (!row) throw unavailable('The content lake did not look through a year.');
  const has = parseRow(yearRow, row).months;
  return months.filter((_, index) => has[index]);
}

const monthQuery = `
  *[${shown} && ${inTime('$start', '$end')}] | ${newestFirst}[$from...$to]{${summaryFields}}`;

/** As many as no month of any newsroom has; beyond it the archive would hide some. */
const mostInMonth = 20_000;
const monthIdsQuery = `
  *[${shown} && ${inTime('$start', '$end')}] | ${newestFirst}[0...${mostInMonth}]{ "id": _id }`;

type AskedMonth = ArchiveMonth & { timeZone: string; now: Date };

function paramsOf(language: Language, { timeZone, now, ...month }: AskedMonth) {
  const { from: start, to: end } = monthBounds(month, timeZone);
  return { language, start, end, now: now.toISOString() };
}

/** What came out in a month, the newest first. */
export async function getMonthArticles(
  language: Language,
  month: AskedMonth,
  from: number,
  to: number,
): Promise<Summary[]> {
  return listed(await getRows(monthQuery, { ...paramsOf(language, month), from, to }));
}

/** Ids instead of a count, for which a lake looks at every article there is. */
export async function getMonthCount(language: Language, month: AskedMonth): Promise<number> {
  return (await getRows(monthIdsQuery, paramsOf(language, month))).length;
}
