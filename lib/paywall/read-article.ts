import type { Summary } from '#lib/content/article.ts';
import { getArticleBody } from '#lib/content/article-body-query.ts';
import type { Block } from '#lib/content/body.ts';
import { closesAt, type Decision, decideAccess, isOpenToAll, type Reader } from './decide-access.ts';
import { previewLength, visibleBlocks } from './visible-blocks.ts';

type Asked = { summary: Summary; reader: Reader; now: Date };
type ReadArticle = {
  decision: Decision;
  blocks: Block[];
  /** Where, in a text that only some may read, the part begins that others do not get. */
  gatedFrom: number | null;
  fullUntil: Date | null;
};
type Keep = <T>(key: string[], tags: string[], get: () => Promise<T>) => Promise<T>;

/** Programs without the framework's cache ask the lake each time. */
const askEachTime: Keep = (_key, _tags, get) => get();

/**
 * The only way to an article's body: whoever asks gets what the reader may have and never holds the rest. Pages give
 * content-cache's `keep`, so that a subscriber's request costs the lake nothing and passes when it is down.
 */
export async function readArticle(
  { summary, reader, now }: Asked,
  keep: Keep = askEachTime,
): Promise<ReadArticle> {
  const { id, language } = summary;
  const tags = [`article:${id}`, `articles:${language}`, 'settings'];
  const body = await keep(['body', id], tags, () => getArticleBody(id, language, now));
  const decision = decideAccess(summary, reader, body.archiveRule, now);
  const fullUntil = decision.kind === 'full' ? closesAt(summary, body.archiveRule) : null;
  const isForSome = decision.kind === 'full' && !isOpenToAll(decision);
  return {
    decision,
    fullUntil,
    blocks: visibleBlocks(body.blocks, decision, body.previewParagraphs),
    gatedFrom: isForSome ? previewLength(body.blocks, body.previewParagraphs) : null,
  };
}
