import type { Summary } from '#lib/content/article.ts';
import type { Section } from '#lib/content/taxonomy.ts';
import { sectionPath } from '#lib/site-urls.ts';
import { OpenedList } from './opened-list.tsx';

type Props = { section: Section; articles: Summary[]; timeZone: string; wide: boolean };

/** A section on the front page. Wide rivers run across the page. */
export function River({ section, articles, timeZone, wide }: Props) {
  const [first] = articles;
  if (!first) return null;
  return (
    <section aria-labelledby={`river-${section.slug}`} className="border-ink border-t pt-3">
      <h2 id={`river-${section.slug}`} className="font-furniture font-semibold text-card text-accent">
        <a
          href={sectionPath(first.language, section.slug)}
          className="quiet-link inline-flex min-h-11 items-center"
        >
          {section.title}
        </a>
      </h2>
      <OpenedList articles={articles} timeZone={timeZone} wide={wide} />
    </section>
  );
}
