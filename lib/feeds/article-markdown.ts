import type { Summary } from '#lib/content/article.ts';
import type { Block } from '#lib/content/body.ts';
import { longDate } from '#lib/i18n/dates.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { correctionLabel } from '#lib/newsletter/body-context.ts';
import type { Decision } from '#lib/paywall/decide-access.ts';
import {
  escapeMarkdown,
  markdownLine,
  markdownLink,
  markdownPicture,
  plainBodyMarkdown,
} from '#lib/plain-body/plain-body-markdown.ts';
import { absoluteUrl, articlePath, sectionPath } from '#lib/site-urls.ts';

type Read = { article: Summary; decision: Decision; blocks: Block[]; siteUrl: string; timeZone: string };

/** An article as Markdown: what everybody may read of it, and a sentence where that is not all. */
export function articleMarkdown({ article, decision, blocks, siteUrl, timeZone }: Read): string {
  const { language, section, hero } = article;
  const { article: words, feeds } = textsFor(language);
  const url = absoluteUrl(siteUrl, articlePath(language, article.slug));
  const context = { siteUrl, article, timeZone };
  const day = (instant: string) => longDate(instant, language, timeZone);
  const signed = article.bylines.map(({ name }) => name).join(` ${words.and} `) || (article.bylineText ?? '');
  const facts = [
    ...(signed ? [`${words.by} ${markdownLine(signed)}`] : []),
    `${words.published}: ${day(article.firstPublishedAt)}`,
    ...(article.updatedAt ? [`${words.updated}: ${day(article.updatedAt)}`] : []),
    `${feeds.programs.section}: ${markdownLink(absoluteUrl(siteUrl, sectionPath(language, section.slug)), markdownLine(section.title))}`,
    markdownLink(url, feeds.programs.article),
  ];
  const parts = [
    `# ${markdownLine(article.headline)}`,
    words.kind[article.kind] ? `*${words.kind[article.kind]}*` : '',
    article.sensitive ? `**${words.sensitive}**` : '',
    escapeMarkdown(article.standfirst),
    facts.map((fact) => `- ${fact}`).join('\n'),
    ...article.corrections.map(
      ({ text, date, kind }) => `> **${correctionLabel(date, kind, context)}:** ${markdownLine(text)}`,
    ),
    hero ? markdownPicture(hero, siteUrl).trim() : '',
    plainBodyMarkdown(blocks, context),
    decision.kind === 'full' ? '' : endOf(decision.reason, url, feeds),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

type Words = ReturnType<typeof textsFor>['feeds'];

function endOf(reason: string, url: string, words: Words): string {
  return `*${reason === 'archive' ? words.archived : words.gated}* ${markdownLink(url, words.readOn)}`;
}
