import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import type { Block } from './body.ts';
import { bodyFields, parseBody } from './body-row.ts';
import { badDocument, getRows, parseRow, unavailable } from './lake-client.ts';
import { previewRulesRow } from './settings-query.ts';
import type { SiteSettings } from './site-settings.ts';

/** Whole bodies, gated parts too. Only lib/paywall/read-article.ts, the newsletter's renderer and search import it. */
const articleBodyQuery = `
  *[_type == "article" && _id == $id][0...1]{
    "id": _id, ${bodyFields},
    "rules": *[_id == "siteSettings"][0]{ archiveRule{ enabled, days }, "previewParagraphs": wall.previewParagraphs }
  }`;

const bodyRow = z.object({ body: z.array(z.unknown()), rules: previewRulesRow });

export type ArticleBody = { blocks: Block[] } & Pick<SiteSettings, 'archiveRule' | 'previewParagraphs'>;

/** The body with the rules that decide how much of it is shown, in one answer. */
export async function getArticleBody(id: string, language: Language, now: Date): Promise<ArticleBody> {
  const [found] = await getRows(articleBodyQuery, { id });
  if (!found) throw unavailable(`The article ${id} was there a moment ago.`);
  const row = parseRow(bodyRow, found);
  try {
    return { blocks: parseBody(row.body, { documentId: id, language, now }), ...row.rules };
  } catch (cause) {
    throw badDocument(id, cause);
  }
}
