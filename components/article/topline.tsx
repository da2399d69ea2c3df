import { kindWord } from '#components/cards/kind-word.ts';
import type { Summary } from '#lib/content/article.ts';
import { sectionPath } from '#lib/site-urls.ts';

/** Section, kind and subjects: where the reader is. */
export function Topline({ article }: { article: Summary }) {
  const kind = kindWord(article);
  const [topic] = article.topics;
  return (
    <p className="furniture flex flex-wrap items-center gap-x-3">
      <a
        href={sectionPath(article.language, article.section.slug)}
        className="quiet-link inline-flex min-h-11 items-center font-semibold text-accent"
      >
        {article.section.title}
      </a>
      {kind && <span className="font-semibold">{kind}</span>}
      {topic && <span className="text-ink-2">{topic.title}</span>}
    </p>
  );
}
