import { z } from 'zod';
import { termSchema } from './taxonomy.ts';

const instant = z.iso.datetime({ offset: true });

/** Something that happens somewhere at a time, its texts already in the page's language. Instants are ISO 8601. */
export const newsEventSchema = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string().min(1),
  description: z.string().nullable(),
  start: instant,
  end: instant.nullable(),
  /** Whole days of the newsroom's zone, the last one included. */
  allDay: z.boolean(),
  state: z.enum(['scheduled', 'postponed', 'cancelled']).catch('scheduled'),
  place: termSchema.nullable(),
  /** Of whoever arranges it. */
  moreUrl: z
    .url({ protocol: /^https$/ })
    .nullable()
    .catch(null),
  changedAt: instant,
});

export type NewsEvent = z.infer<typeof newsEventSchema>;
