import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import type { Block } from './body.ts';
import { textOrNull } from './picture-row.ts';
import { termSchema } from './taxonomy.ts';

/** Live coverage of something, without its updates. In the archive it is finished: nothing is added any more. */
export const coverageSchema = z.object({
  id: z.string(),
  language: languageSchema,
  slug: z.string(),
  headline: z.string().min(1),
  standfirst: textOrNull,
  section: termSchema,
  state: z.enum(['live', 'archived']).catch('archived'),
  order: z.enum(['newest', 'oldest']).catch('newest'),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** An update without its text: enough to say that it is there, and where. */
export const updateMarkSchema = z.object({
  id: z.string(),
  /** Another one with every change of the update. */
  revision: z.string(),
  headline: z.string().min(1),
  publishedAt: z.iso.datetime({ offset: true }),
  keyMoment: z.boolean(),
  pinned: z.boolean(),
});
export type UpdateMark = z.infer<typeof updateMarkSchema>;

export type LiveUpdate = UpdateMark & { body: Block[] };

/** What a link to coverage needs. */
export const runningCoverageSchema = z.object({
  id: z.string(),
  slug: z.string(),
  headline: z.string().min(1),
});
export type RunningCoverage = z.infer<typeof runningCoverageSchema>;
