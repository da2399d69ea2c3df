import type { ReactNode } from 'react';
import { Paging } from '#components/site/paging.tsx';
import { Picture } from '#components/site/picture.tsx';
import type { Summary } from '#lib/content/article.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';
import { pictureRoom } from './card-widths.ts';
import { ListStory } from './list-story.tsx';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = {
  title: string;
  /** What the list is, where the title alone does not say it. */
  label?: string;
  /** What stands under the title on the first page. */
  intro: ReactNode;
  articles: Summary[];
  page: number;
  pages: number;
  pathOf: (page: number) => string;
  words: { empty: string; paging: string };
  language: Language;
  timeZone: string;
};

/** A list over pages: its name, what it is, the newest story large, the others below. */
export function ListSheet({ articles, page, pages, pathOf, words, language, timeZone, ...head }: Props) {
  const { section, site } = textsFor(language);
  const isFirst = page === 1;
  const opener = isFirst ? articles[0] : undefined;
  const rest = opener ? articles.slice(1) : articles;
  return (
    <div className="page-width page-grid">
      <header className="col-span-full pt-8 pb-6 md:pt-12 md:pb-8">
        {head.label && <p className="furniture mb-1 font-semibold text-accent">{head.label}</p>}
        <h1 className="font-display text-lead tracking-[-0.014em]">{head.title}</h1>
        {isFirst ? head.intro : <p className="furniture mt-2 text-ink-2">{section.pageOf(page, pages)}</p>}
      </header>
      <div className="col-span-full">
        {articles.length === 0 && (
          <div className="border-rule border-t py-6">
            <p>{words.empty}</p>
            <p className="mt-2">
              {section.emptyHelp}{' '}
              <a href={frontPath(language)} className="text-link">
                {site.home}
              </a>
            </p>
          </div>
        )}
        {opener && <Opener article={opener} timeZone={timeZone} />}
        <ul>
          {rest.map((article) => (
            <li key={article.id} className="border-rule border-t py-5 md:py-6">
              <ListStory article={article} timeZone={timeZone} />
            </li>
          ))}
        </ul>
        <Paging page={page} pages={pages} label={words.paging} language={language} pathOf={pathOf} />
      </div>
    </div>
  );
}

function Opener({ article, timeZone }: { article: Summary; timeZone: string }) {
  const columns = article.hero ? 'lg:grid-cols-[7fr_5fr] lg:gap-x-8' : '';
  return (
    <article className={`relative grid gap-y-4 border-ink border-t pt-6 pb-8 ${columns}`}>
      {article.hero && <Picture picture={article.hero} shape="card" {...pictureRoom.lead} priority silent />}
      <div className="max-w-[40rem]">
        <StoryHeading article={article} level={2} className="font-display text-lead tracking-[-0.014em]" />
        <p className="mt-3 text-ink-2 text-standfirst">{article.standfirst}</p>
        <StoryMeta article={article} timeZone={timeZone} section={false} className="mt-3" />
      </div>
    </article>
  );
}
