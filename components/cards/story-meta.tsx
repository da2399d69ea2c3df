import { Day } from '#components/site/day.tsx';
import type { Summary } from '#lib/content/article.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { sectionPath } from '#lib/site-urls.ts';
import { kindWord } from './kind-word.ts';

type Props = { article: Summary; timeZone: string; section?: boolean; className?: string };

/** Section, kind, access and day of an article, in one quiet line. */
export function StoryMeta({ article, timeZone, section = true, className = 'mt-2' }: Props) {
  const { article: words } = textsFor(article.language);
  const kind = kindWord(article);
  return (
    <p className={`meta flex flex-wrap gap-x-2 ${className}`}>
      {section && (
        <a
          href={sectionPath(article.language, article.section.slug)}
          className="quiet-link relative z-1 font-semibold text-accent"
        >
          {article.section.title}
        </a>
      )}
      {kind && <span>{kind}</span>}
      {article.access === 'subscribers' && <span>{words.subscribersOnly}</span>}
      <Day instant={article.publishedAt} language={article.language} timeZone={timeZone} />
    </p>
  );
}
