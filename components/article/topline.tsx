import type { Summary } from '#lib/content/article.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { sectionPath } from '#lib/site-urls.ts';

/** Section, kind and subjects: where the reader is. */
export function Topline({ article }: { article: Summary }) {
  const { article: words } = textsFor(article.language);
  const kind = words.kind[article.kind];
  const [topic] = article.topics;
  return (
    <p className="furniture flex flex-wrap items-center gap-x-3">
      <a
        href={sectionPath(article.language, article.section.slug)}
        className="quiet-link inline-flex min-h-11 items-center font-semibold text-accent"
      >
        {article.section.title}
      </a>
      {kind && kind !== article.section.title && <span className="font-semibold">{kind}</span>}
      {topic && <span className="text-ink-2">{topic.title}</span>}
    </p>
  );
}
