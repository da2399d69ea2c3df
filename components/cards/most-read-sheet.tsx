import type { Summary } from '#lib/content/article.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath } from '#lib/site-urls.ts';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = { articles: Summary[]; language: Language; timeZone: string };

/** What readers opened most, by rank. */
export function MostReadSheet({ articles, language, timeZone }: Props) {
  const { lists, section, site } = textsFor(language);
  return (
    <div className="page-width page-grid">
      <header className="text-column pt-8 pb-6 md:pt-12 md:pb-8">
        <h1 className="font-display text-lead tracking-[-0.014em]">{lists.mostRead.title}</h1>
        <p className="mt-2 text-ink-2 text-standfirst">{lists.mostRead.description}</p>
      </header>
      <div className="text-column">
        {articles.length === 0 && (
          <div className="border-rule border-t py-6">
            <p>{lists.mostRead.empty}</p>
            <p className="mt-2">
              {section.emptyHelp}{' '}
              <a href={frontPath(language)} className="text-link">
                {site.home}
              </a>
            </p>
          </div>
        )}
        <ol>
          {articles.map((article, index) => (
            <li key={article.id} className="relative flex gap-4 border-rule border-t py-4 md:gap-6 md:py-5">
              <span aria-hidden="true" className="w-8 shrink-0 font-display text-accent text-second md:w-10">
                {index + 1}
              </span>
              <article className="min-w-0">
                <StoryHeading article={article} level={2} className="text-card md:text-second" />
                <StoryMeta article={article} timeZone={timeZone} />
              </article>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
