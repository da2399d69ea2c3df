import { z } from 'zod';
import { pictureSchema } from './picture.ts';

const key = { _key: z.string() };

const span = z.object({
  ...key,
  _type: z.literal('span'),
  text: z.string(),
  marks: z.array(z.string()).default([]),
});

/** Addresses that may become a link: everything else (javascript:, data:) becomes plain text. */
const href = z.string().regex(/^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i);

const markDef = z.discriminatedUnion('_type', [
  z.object({ ...key, _type: z.literal('link'), href: href.nullable().catch(null) }),
  z.object({ ...key, _type: z.literal('articleLink'), slug: z.string().nullable() }),
]);

const textBlockSchema = z.object({
  ...key,
  _type: z.literal('block'),
  style: z.enum(['normal', 'h2', 'h3', 'blockquote']).catch('normal'),
  listItem: z.enum(['bullet', 'number']).optional(),
  level: z.number().int().optional(),
  children: z.array(span),
  markDefs: z.array(markDef).nullish(),
});

const figure = pictureSchema.extend({ ...key, _type: z.literal('figure') });

/** A block of an article's body as pages get it: references resolved, pictures flattened. */
export const blockSchema = z.discriminatedUnion('_type', [
  textBlockSchema,
  figure,
  z.object({ ...key, _type: z.literal('gallery'), pictures: z.array(pictureSchema.extend(key)) }),
  z.object({ ...key, _type: z.literal('pullQuote'), text: z.string(), attribution: z.string().nullable() }),
  z.object({
    ...key,
    _type: z.literal('embed'),
    url: z.url({ protocol: /^https$/ }),
    title: z.string(),
    picture: pictureSchema.optional(),
  }),
  z.object({ ...key, _type: z.literal('factBox'), title: z.string(), body: z.array(textBlockSchema) }),
  z.object({
    ...key,
    _type: z.literal('table'),
    caption: z.string().nullable(),
    headerRow: z.boolean(),
    rows: z.array(z.object({ ...key, cells: z.array(z.string()) })),
  }),
  z.object({ ...key, _type: z.literal('paywallBreak') }),
  z.object({ ...key, _type: z.literal('relatedLink'), slug: z.string(), headline: z.string() }),
  z.object({ ...key, _type: z.literal('correctionNote'), text: z.string(), date: z.string() }),
]);

export type Block = z.infer<typeof blockSchema>;
export type TextBlock = z.infer<typeof textBlockSchema>;
