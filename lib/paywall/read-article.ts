import type { Summary } from '#lib/content/article.ts';
import { getArticleBody } from '#lib/content/article-body-query.ts';
import type { Block } from '#lib/content/body.ts';
import { type Decision, decideAccess, type Reader } from './decide-access.ts';
import { visibleBlocks } from './visible-blocks.ts';

/** The only way to an article's body: whoever asks gets what the reader may have and never holds the rest. */
export async function readArticle(asked: {
  summary: Summary;
  reader: Reader;
  now: Date;
}): Promise<{ decision: Decision; blocks: Block[] }> {
  const { summary, reader, now } = asked;
  const { blocks, archiveRule, previewParagraphs } = await getArticleBody(summary.id, summary.language, now);
  const decision = decideAccess(summary, reader, archiveRule, now);
  return { decision, blocks: visibleBlocks(blocks, decision, previewParagraphs) };
}
