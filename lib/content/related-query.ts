import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import type { RelatedCandidates } from '#lib/related/choose-related.ts';
import type { Summary } from './article.ts';
import { asIfPublished } from './as-if-published.ts';
import { listable, summaryFields } from './groq-parts.ts';
import { getRows, parseRow, type Row } from './lake-client.ts';
import { listed } from './lists-query.ts';
import { summaryRow } from './summary-row.ts';

const relatedSubjectQuery = `
  *[_type == "article" && _id == $id][0...1]{
    ${summaryFields}, "pins": relatedPinned[]->{ ${summaryFields}, excludeFromRelated }
  }`;

const candidate = `_type == "article" && language == $language && ${listable} && excludeFromRelated != true`;

/** Each is bounded, whatever the size of the archive, and served by one index: references, section, date. */
const relatedByTermsQuery = `
  *[references($terms) && ${candidate}] | order(publishedAt desc, _id asc)[0...60]{${summaryFields}}`;
const relatedBySectionQuery = `
  *[section._ref == $section && ${candidate}] | order(publishedAt desc, _id asc)[0...20]{${summaryFields}}`;
const relatedNewestQuery = `
  *[${candidate}] | order(publishedAt desc, _id asc)[0...20]{${summaryFields}}`;

const pinRow = z.looseObject({ id: z.string(), excludeFromRelated: z.boolean().nullish() });
const pins = z
  .object({ pins: z.array(pinRow.nullable()).nullish() })
  .transform((row): Row[] =>
    (row.pins ?? []).flatMap((pin) => (pin && pin.excludeFromRelated !== true ? [pin] : [])),
  );

/** null when the article is not there. Clearing by tags keeps the answer true, so it may be cached. */
export async function getRelatedCandidates(
  language: Language,
  id: string,
): Promise<RelatedCandidates | null> {
  const [row] = await getRows(relatedSubjectQuery, { id, language });
  if (!row) return null;
  const subject: Summary = { ...parseRow(summaryRow, asIfPublished(row)), translations: [] };
  const terms = [...subject.topics, ...subject.places].map((term) => term.id);
  const found = await Promise.all([
    terms.length > 0 ? getRows(relatedByTermsQuery, { language, terms }) : [],
    getRows(relatedBySectionQuery, { language, section: subject.section.id }),
    getRows(relatedNewestQuery, { language }),
  ]);
  return { subject, pinned: listed(parseRow(pins, row).map(asIfPublished)), found: listed(found.flat()) };
}
