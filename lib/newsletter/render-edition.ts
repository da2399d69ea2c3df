import type { Block } from '#lib/content/body.ts';
import type { Language } from '#lib/i18n/language.ts';
import { quotedPrintable } from '#lib/mail/quoted-printable.ts';
import { type EditionContent, type RenderedEdition, recipientToken } from './edition-content.ts';
import { editionView } from './edition-view.ts';
import type { Surroundings } from './mail-links.ts';
import { renderEditionHtml } from './render-edition-html.ts';
import { renderEditionText } from './render-edition-text.ts';

/** Gmail cuts off what is longer than 102 KB, the links to leave by included; headers and tokens come on top of this. */
export const longestBody = 96_000;

/** An edition in its reader's language. What would be too long ends earlier and leads to the site. */
export function renderEdition(
  given: EditionContent,
  language: Language,
  surroundings: Surroundings,
): RenderedEdition {
  const content = withoutToken(given);
  const whole = unitsOf(content);
  const first = renderUnits(content, whole, language, surroundings);
  if (bytesOf(first) <= longestBody) return first;
  // The most that fits. Nothing at all is taken as fitting: there is no smaller mail.
  let fits = 0;
  let tooMany = whole;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (bytesOf(renderUnits(content, middle, language, surroundings)) <= longestBody) fits = middle;
    else tooMany = middle;
  }
  return renderUnits(content, fits, language, surroundings);
}

/** What an edition can be shortened by: a digest by stories, one story by paragraphs. */
function unitsOf({ edition, articles }: EditionContent): number {
  return edition.kind === 'digest' ? articles.length : (articles[0]?.blocks.length ?? 0);
}

function renderUnits(
  content: EditionContent,
  units: number,
  language: Language,
  surroundings: Surroundings,
): RenderedEdition {
  const { articles, edition } = content;
  const left = unitsOf(content) - units;
  const isDigest = edition.kind === 'digest';
  const shown = isDigest
    ? articles.slice(0, units)
    : articles.map((article) => ({
        ...article,
        blocks: left > 0 ? endingWell(article.blocks, units) : article.blocks,
      }));
  const leftOut = { stories: isDigest ? left : 0, isStoryCut: !isDigest && left > 0 };
  const view = editionView({ ...content, articles: shown }, language, surroundings, leftOut);
  return { subject: view.subject, html: renderEditionHtml(view), text: renderEditionText(view) };
}

/** A text that goes on elsewhere does not stop at a heading. */
function endingWell(blocks: Block[], count: number): Block[] {
  const kept = blocks.slice(0, count);
  const end = kept.findLastIndex((block) => block._type !== 'block' || !block.style.startsWith('h'));
  return kept.slice(0, end + 1);
}

function bytesOf({ html, text }: RenderedEdition): number {
  return quotedPrintable(html).length + quotedPrintable(text).length;
}

/** A text that speaks of the placeholder must not be given a reader's own key. */
function withoutToken(content: EditionContent): EditionContent {
  const { edition, ...words } = content;
  const written = JSON.stringify(words);
  if (!written.includes(recipientToken)) return content;
  const harmless: Omit<EditionContent, 'edition'> = JSON.parse(
    written.replaceAll(recipientToken, 'RECIPIENT TOKEN'),
  );
  return { ...harmless, edition };
}
