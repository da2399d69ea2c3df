import { Picture } from '#components/site/picture.tsx';
import type { Summary } from '#lib/content/article.ts';
import { pictureRoom } from './card-widths.ts';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = { article: Summary; level?: 2 | 3; timeZone: string };

/** A story in a list: its words first, a small picture beside them where there is one. */
export function ListStory({ article, level = 2, timeZone }: Props) {
  return (
    <article className="relative flex justify-between gap-4 md:gap-8 lg:grid lg:grid-cols-[7fr_5fr]">
      <div className="min-w-0 max-w-[35rem] flex-1">
        <StoryHeading article={article} level={level} className="text-card md:text-second" />
        <p className="mt-2 text-card text-ink-2 leading-normal max-md:hidden">{article.standfirst}</p>
        <StoryMeta article={article} timeZone={timeZone} section={false} />
      </div>
      {article.hero && (
        <div className="w-[30%] shrink-0 md:w-50 lg:w-68">
          <Picture picture={article.hero} shape="card" {...pictureRoom.thumb} silent />
        </div>
      )}
    </article>
  );
}
