import { z } from 'zod';
import { newsletterListSchema } from './newsletter-list.ts';

/** A List with what decides when and of what its editions are. Forms need less, and go on without this. */
export const scheduledListSchema = newsletterListSchema.extend({
  /** Of the day in its time zone, when a digest goes out. */
  hour: z.number().int().min(0).max(23),
  /** 0 is Sunday; null but for weekly lists. */
  weekday: z.number().int().min(0).max(6).nullable(),
  timeZone: z.string(),
  /** Ids of the only sections whose articles it takes; empty: all. */
  sections: z.array(z.string()),
});
export type ScheduledList = z.infer<typeof scheduledListSchema>;
