import { Picture } from '#components/site/picture.tsx';
import type { Summary } from '#lib/content/article.ts';
import type { Section } from '#lib/content/taxonomy.ts';
import { sectionPath } from '#lib/site-urls.ts';
import { pictureRoom } from './card-widths.ts';
import { StoryHeading } from './story-heading.tsx';
import { StoryMeta } from './story-meta.tsx';

type Props = { section: Section; articles: Summary[]; timeZone: string; wide: boolean };

/** A section on the front page: one story opened, three by their headlines. Wide rivers run across the page. */
export function River({ section, articles, timeZone, wide }: Props) {
  const [opener, ...rest] = articles;
  if (!opener) return null;
  return (
    <section aria-labelledby={`river-${section.slug}`} className="border-ink border-t pt-3">
      <h2 id={`river-${section.slug}`} className="font-furniture font-semibold text-card text-accent">
        <a
          href={sectionPath(opener.language, section.slug)}
          className="quiet-link inline-flex min-h-11 items-center"
        >
          {section.title}
        </a>
      </h2>
      <div className={wide ? 'grid gap-y-5 lg:grid-cols-[2fr_1fr] lg:gap-x-8' : 'grid gap-y-5'}>
        <Opener article={opener} timeZone={timeZone} wide={wide} />
        {rest.length > 0 && (
          <ul className={wide ? 'lg:border-rule lg:border-l lg:pl-8' : ''}>
            {rest.map((article) => (
              <li
                key={article.id}
                className={`relative border-rule border-t py-3 ${wide ? 'lg:first:border-t-0 lg:first:pt-0' : ''}`}
              >
                <StoryHeading article={article} className="text-card" />
                <StoryMeta article={article} timeZone={timeZone} section={false} className="mt-1" />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Opener({ article, timeZone, wide }: { article: Summary; timeZone: string; wide: boolean }) {
  const beside = article.hero && wide ? 'md:grid-cols-2 md:gap-x-6 lg:grid-cols-[5fr_3fr]' : '';
  return (
    <article className={`relative grid content-start gap-y-3 ${beside}`}>
      {article.hero && <Picture picture={article.hero} shape="card" {...pictureRoom.opener} silent />}
      <div>
        <StoryHeading article={article} className="text-second tracking-[-0.008em]" />
        <p className="mt-2 text-card text-ink-2 leading-normal">{article.standfirst}</p>
        <StoryMeta article={article} timeZone={timeZone} section={false} />
      </div>
    </article>
  );
}
