import { z } from 'zod';
import { summarySchema } from './article.ts';
import { pictureRow, textOrNull } from './picture-row.ts';
import { bylineSchema, termSchema } from './taxonomy.ts';

/** A list whose references may dangle: what is not there any more is left out. */
function present<T>(item: z.ZodType<T>) {
  return z
    .array(item.nullable().catch(null))
    .nullish()
    .transform((items) => (items ?? []).filter((one) => one !== null));
}

/** Editors give some dates without a time; noon UTC is that day from Alaska to Moscow. */
export const dayOrInstant = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((date) => (date.includes('T') ? date : `${date}T12:00:00Z`));

/** The zod twin of summaryFields in groq-parts.ts. */
export const summaryRow = summarySchema.omit({ translations: true }).extend({
  dateline: textOrNull,
  datelinePlace: termSchema
    .nullish()
    .catch(null)
    .transform((place) => place ?? null),
  topics: present(termSchema),
  places: present(termSchema),
  bylines: present(bylineSchema),
  bylineText: textOrNull,
  hero: pictureRow.nullish().transform((hero) => hero ?? null),
  // A wrong one costs the sharing picture, not the article.
  seoImage: pictureRow
    .nullish()
    .catch(null)
    .transform((picture) => picture ?? null),
  corrections: present(z.object({ text: z.string(), date: dayOrInstant, kind: z.string() })),
  translationOf: textOrNull,
});

export type SummaryRow = z.infer<typeof summaryRow>;
