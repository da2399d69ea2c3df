import { z } from 'zod';

const count = z.number();

const edition = z.object({
  id: z.string(),
  kind: z.enum(['instant', 'digest', 'correction']),
  state: z.enum(['planned', 'held', 'missed', 'sending', 'paused', 'sent', 'empty', 'cancelled']),
  reason: z.string().nullable(),
  language: z.enum(['en', 'es']),
  list: z.object({ id: z.string(), title: z.string(), timeZone: z.string() }).nullable(),
  dueAt: z.string(),
  settledAt: z.string().nullable(),
  correctionDate: z.string().nullable(),
  articles: z.array(z.object({ id: z.string(), headline: z.string() })),
});

const progress = z.object({
  ...{ audience: count, waiting: count, sent: count, failed: count, uncertain: count, dropped: count },
  ...{ bounced: count, complained: count, unsubscribed: count, perSecond: count },
  secondsLeft: count.nullable(),
});

const underWay = edition.extend({ progress });

/** What the site answers at /api/staff/newsletter?only=sending. */
export const sendingSchema = z.object({
  askedAt: z.string(),
  stop: z.object({ since: z.string(), reason: z.string().nullable() }).nullable(),
  sending: z.array(underWay),
});

/** What the site answers at /api/staff/newsletter. */
export const overviewSchema = sendingSchema.extend({
  coming: z.array(edition.extend({ wouldGet: count })),
  results: z.array(underWay),
});

export const renderingSchema = z.object({ subject: z.string(), html: z.string(), text: z.string() });

export const uncertainSchema = z.object({
  deliveries: z.array(z.object({ id: z.string(), address: z.string(), handedOverAt: z.string().nullable() })),
  hasMore: z.boolean(),
});

export const doneSchema = z.object({ count: count.nullable() });

export type Edition = z.infer<typeof edition>;
export type UnderWay = z.infer<typeof underWay>;
export type Overview = z.infer<typeof overviewSchema>;
export type Coming = Overview['coming'][number];
export type Progress = UnderWay['progress'];
export type Rendering = z.infer<typeof renderingSchema>;
export type Uncertain = z.infer<typeof uncertainSchema>;
