import { z } from 'zod';

/** A section, topic or place as a link: its name already in the page's language. */
export const termSchema = z.object({ id: z.string(), slug: z.string(), title: z.string() });
export type Term = z.infer<typeof termSchema>;

export const sectionSchema = termSchema.extend({ description: z.string().nullable() });
export type Section = z.infer<typeof sectionSchema>;

/** A desk signs as an organisation, a person by name. */
export const bylineSchema = z.object({
  name: z.string(),
  slug: z.string(),
  role: z.string().nullable(),
  kind: z.enum(['desk', 'person']).catch('person'),
  /** Pages elsewhere that are theirs. */
  sameAs: z.array(z.url({ protocol: /^https$/ })).catch([]),
});
