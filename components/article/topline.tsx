import { kindWord } from '#components/cards/kind-word.ts';
import type { Summary } from '#lib/content/article.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { frontPath, sectionPath, topicPath } from '#lib/site-urls.ts';

const step = 'quiet-link inline-flex min-h-11 items-center';

/** The way from the front page to here, then kind and first subject. */
export function Topline({ article }: { article: Summary }) {
  const { language, section } = article;
  const { article: words, site } = textsFor(language);
  const kind = kindWord(article);
  const [topic] = article.topics;
  return (
    <div className="furniture flex flex-wrap items-center gap-x-3">
      <nav aria-label={words.trail}>
        <ol className="flex flex-wrap items-center gap-x-2">
          <li className="print:hidden">
            <a href={frontPath(language)} className={`${step} text-ink-2`}>
              {site.home}
            </a>
            <span aria-hidden="true" className="ml-2 text-ink-2">
              ›
            </span>
          </li>
          <li>
            <a href={sectionPath(language, section.slug)} className={`${step} font-semibold text-accent`}>
              {section.title}
            </a>
          </li>
        </ol>
      </nav>
      {kind && <span className="font-semibold">{kind}</span>}
      {topic && (
        <a href={topicPath(language, topic.slug)} className={`${step} text-ink-2`}>
          {topic.title}
        </a>
      )}
    </div>
  );
}
