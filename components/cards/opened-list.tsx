import { Picture } from '#components/site/picture.tsx';
import type { Summary } from '#lib/content/article.ts';
import { pictureRoom } from './card-widths.ts';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = { articles: Summary[]; timeZone: string; wide: boolean; sections?: boolean };

/** One story opened, the others by their headlines: beside it where there is room, under it where not. */
export function OpenedList({ articles, timeZone, wide, sections = false }: Props) {
  const [opener, ...rest] = articles;
  if (!opener) return null;
  return (
    <div className={wide ? 'grid gap-y-5 lg:grid-cols-[2fr_1fr] lg:gap-x-8' : 'grid gap-y-5'}>
      <Opener article={opener} timeZone={timeZone} wide={wide} sections={sections} />
      {rest.length > 0 && (
        <ul className={wide ? 'lg:border-rule lg:border-l lg:pl-8' : ''}>
          {rest.map((article) => (
            <li
              key={article.id}
              className={`relative border-rule border-t py-3 ${wide ? 'lg:first:border-t-0 lg:first:pt-0' : ''}`}
            >
              <StoryHeading article={article} className="text-card" />
              <StoryMeta article={article} timeZone={timeZone} section={sections} className="mt-1" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type OpenerProps = { article: Summary; timeZone: string; wide: boolean; sections: boolean };

function Opener({ article, timeZone, wide, sections }: OpenerProps) {
  const beside = article.hero && wide ? 'md:grid-cols-2 md:gap-x-6 lg:grid-cols-[5fr_3fr]' : '';
  return (
    <article className={`relative grid content-start gap-y-3 ${beside}`}>
      {article.hero && <Picture picture={article.hero} shape="card" {...pictureRoom.opener} silent />}
      <div>
        <StoryHeading article={article} className="text-second tracking-[-0.008em]" />
        <p className="mt-2 text-card text-ink-2 leading-normal">{article.standfirst}</p>
        <StoryMeta article={article} timeZone={timeZone} section={sections} />
      </div>
    </article>
  );
}
