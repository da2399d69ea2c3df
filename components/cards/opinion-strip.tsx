import type { Summary } from '#lib/content/article.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { StoryHeading } from './story-heading.tsx';

type Props = { articles: Summary[]; language: Language };

/** What the paper and its contributors think, set in italics. */
export function OpinionStrip({ articles, language }: Props) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="opinion" className="border-ink border-t pt-3">
      <h2
        id="opinion"
        className="font-furniture font-semibold text-card flex min-h-11 items-center text-accent"
      >
        {textsFor(language).site.opinion}
      </h2>
      <ul className="grid pb-3 md:grid-cols-2 md:gap-x-6 md:gap-y-6 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none lg:gap-x-8">
        {articles.map((article) => (
          <li
            key={article.id}
            className="relative border-rule py-4 max-md:not-first:border-t md:py-0 md:even:border-l md:even:pl-6 lg:not-first:border-l lg:not-first:pl-8"
          >
            <StoryHeading
              article={article}
              className="font-italic font-normal text-second italic leading-[1.2]"
            />
            {article.standfirst && (
              <p className="mt-2 text-card text-ink-2 leading-normal">{article.standfirst}</p>
            )}
            <p className="meta mt-3">
              {article.bylineText ?? article.bylines.map(({ name }) => name).join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
