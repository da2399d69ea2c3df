import { z } from 'zod';

/** Which programs may read the paper, beyond search engines. */
const crawlerRulesSchema = z.object({
  /** To train models with its texts. */
  allowTraining: z.boolean(),
  /** To look something up in it for somebody. */
  allowAnswers: z.boolean(),
  /** Others that are asked to stay away, by the names they give themselves. */
  refused: z.array(z.string()),
});
export type CrawlerRules = z.infer<typeof crawlerRulesSchema>;

export const crawlerFields = `"crawlers": crawlers{ allowTraining, allowAnswers, refused }`;

const { shape } = crawlerRulesSchema;

/** Until an editor has decided, texts are nobody's to train with, and whoever answers a reader may look. */
export const crawlerRules = z.preprocess(
  (given) => given ?? {},
  z.object({
    allowTraining: shape.allowTraining.catch(false),
    allowAnswers: shape.allowAnswers.catch(true),
    refused: shape.refused.catch([]),
  }),
);

export const crawlerSettings = { crawlers: crawlerRulesSchema };
