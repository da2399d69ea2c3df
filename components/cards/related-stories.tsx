import { Picture } from '#components/site/picture.tsx';
import type { Summary } from '#lib/content/article.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { pictureRoom } from './card-widths.ts';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = { articles: Summary[]; language: Language; timeZone: string };

/** Where to read on: three in a row, a list on phones. Nothing at all when there is nothing to offer. */
export function RelatedStories({ articles, language, timeZone }: Props) {
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="related" className="border-ink border-t pt-3 print:hidden">
      <h2
        id="related"
        className="font-furniture font-semibold text-card flex min-h-11 items-center text-accent"
      >
        {textsFor(language).article.related}
      </h2>
      <ul className="grid md:grid-cols-3 md:gap-x-6 lg:gap-x-8">
        {inFullRows(articles).map((article) => (
          <li key={article.id} className="border-rule py-4 max-md:not-first:border-t md:py-0">
            <article className="relative flex gap-4 md:flex-col md:gap-3">
              {article.hero && (
                <div className="order-last w-[30%] shrink-0 md:order-none md:w-full">
                  <Picture picture={article.hero} shape="card" {...pictureRoom.related} silent />
                </div>
              )}
              <div className="min-w-0 flex-1">
                <StoryHeading article={article} className="text-card" />
                {!article.hero && (
                  <p className="mt-2 text-card text-ink-2 leading-normal">{article.standfirst}</p>
                )}
                <StoryMeta article={article} timeZone={timeZone} />
              </div>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

const perRow = 3;

/** A row is filled or not begun, unless it is the only one. */
function inFullRows(articles: Summary[]): Summary[] {
  return articles.length > perRow
    ? articles.slice(0, articles.length - (articles.length % perRow))
    : articles;
}
