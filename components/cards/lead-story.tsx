import { Picture } from '#components/site/picture.tsx';
import type { Summary } from '#lib/content/article.ts';
import { articlePath } from '#lib/site-urls.ts';
import { pictureRoom } from './card-widths.ts';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = { article: Summary; related: Summary[]; timeZone: string };

/** The first story of the day, with the lines that belong to it. */
export function LeadStory({ article, related, timeZone }: Props) {
  return (
    <div>
      <article className="relative">
        {article.hero && (
          <Picture
            picture={article.hero}
            shape="hero"
            {...pictureRoom.lead}
            priority
            className="mb-4 max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:max-w-none md:mb-5"
          />
        )}
        <StoryHeading article={article} level={2} className="font-display text-lead tracking-[-0.014em]" />
        <p className="mt-3 max-w-[34em] text-ink-2 text-standfirst">{article.standfirst}</p>
        <StoryMeta article={article} timeZone={timeZone} className="mt-3" />
      </article>
      {related.length > 0 && (
        <ul className="mt-5 grid gap-x-8 border-rule border-t pt-1 md:grid-cols-2 md:pt-4">
          {related.map((story) => (
            <li key={story.id} className="max-md:border-rule max-md:py-3 max-md:not-last:border-b">
              <a
                href={articlePath(story.language, story.slug)}
                className="quiet-link block text-balance font-semibold text-card"
              >
                {story.headline}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
