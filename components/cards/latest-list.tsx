import type { Summary } from '#lib/content/article.ts';
import { dayAndMonth, hourAndMinute } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { StoryHeading } from './story-heading.tsx';

type Props = { articles: Summary[]; language: Language; timeZone: string };

/** The newest first, each with its day and hour. */
export function LatestList({ articles, language, timeZone }: Props) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="latest" className="border-ink border-t pt-3">
      <h2
        id="latest"
        className="font-furniture font-semibold text-card flex min-h-11 items-center text-accent"
      >
        {textsFor(language).site.latest}
      </h2>
      <ol>
        {articles.map((article) => (
          <li
            key={article.id}
            className="relative grid grid-cols-[4.5rem_1fr] gap-x-4 border-rule border-t py-3 first:border-t-0 first:pt-0 md:grid-cols-[6rem_1fr]"
          >
            <time dateTime={article.publishedAt} className="meta pt-[0.2em] tabular-nums">
              <span className="block font-semibold text-ink">
                {dayAndMonth(article.publishedAt, language, timeZone)}
              </span>
              <span className="block">{hourAndMinute(article.publishedAt, language, timeZone)}</span>
            </time>
            <div>
              <StoryHeading article={article} className="text-card" />
              <p className="meta mt-1">{article.section.title}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
