import type { Summary } from '#lib/content/article.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markdownLine, markdownLink } from '#lib/plain-body/plain-body-markdown.ts';
import {
  absoluteUrl,
  feedPath,
  frontPath,
  inLanguage,
  markdownPath,
  pagePath,
  sectionPath,
  standingPages,
} from '#lib/site-urls.ts';

type Asked = {
  language: Language;
  settings: Pick<SiteSettings, 'name' | 'tagline' | 'navigation'>;
  latest: Summary[];
  siteUrl: string;
};

const pageNames = ['about', 'corrections'] as const;

/** The site told to language models (llmstxt.org): what it is, what may be read, and where the texts are. */
export function llmsText({ language, settings, latest, siteUrl }: Asked): string {
  const { feeds, site } = textsFor(language);
  const { programs } = feeds;
  const link = (path: string, words: string) =>
    `- ${markdownLink(absoluteUrl(siteUrl, path), markdownLine(words))}`;
  const said = (words: string | null) => (words ? `: ${markdownLine(words)}` : '');
  const sections = settings.navigation.map(
    ({ slug, title, description }) => `${link(sectionPath(language, slug), title)}${said(description)}`,
  );
  const articles = latest
    .filter((article) => !article.noindex)
    .map(
      (article) =>
        `${link(markdownPath(language, article.slug), article.headline)}${said(article.standfirst)}`,
    );
  const other = language === 'en' ? 'es' : 'en';
  const more = [
    link(feedPath(frontPath(language), 'rss'), programs.allFeeds),
    ...pageNames.map((name) => link(pagePath(language, standingPages[name]), site.pages[name])),
    link(inLanguage(other, '/llms.txt'), programs.otherLanguage),
  ];
  const parts = [
    `# ${markdownLine(settings.name)}`,
    settings.tagline ? `> ${markdownLine(settings.tagline)}` : '',
    programs.access,
    `## ${programs.latest}\n\n${articles.join('\n')}`,
    `## ${programs.sections}\n\n${sections.join('\n')}`,
    `## ${programs.more}\n\n${more.join('\n')}`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
