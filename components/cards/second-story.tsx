import { Picture } from '#components/site/picture.tsx';
import type { Summary } from '#lib/content/article.ts';
import { pictureRoom } from './card-widths.ts';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = { article: Summary; pictured: boolean; timeZone: string };

/** A story beside the lead. Without a picture it is set larger and says more. */
export function SecondStory({ article, pictured, timeZone }: Props) {
  const picture = pictured ? article.hero : null;
  return (
    <article
      className={`relative flex gap-4 md:flex-col lg:flex-row lg:gap-6 ${picture ? '' : 'md:justify-start'}`}
    >
      <div className="min-w-0 flex-1 md:flex-none lg:flex-1">
        <StoryHeading article={article} level={2} className="text-second tracking-[-0.008em]" />
        {!picture && <p className="mt-2 text-card text-ink-2 leading-normal">{article.standfirst}</p>}
        <StoryMeta article={article} timeZone={timeZone} />
      </div>
      {picture && (
        <div className="w-[30%] shrink-0 md:order-first md:w-full lg:order-none lg:w-[42%]">
          <Picture picture={picture} shape="card" {...pictureRoom.second} silent />
        </div>
      )}
    </article>
  );
}
