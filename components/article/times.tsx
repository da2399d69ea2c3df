import type { Summary } from '#lib/content/article.ts';
import { clockTime, longDate } from '#lib/i18n/dates.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { article: Summary; timeZone: string };

/** When it was published; what was updated since opens below it. */
export function Times({ article, timeZone }: Props) {
  const { article: words } = textsFor(article.language);
  const published = <Moment instant={article.publishedAt} article={article} timeZone={timeZone} />;
  const wasMoved = article.firstPublishedAt !== article.publishedAt;
  if (!article.updatedAt && !wasMoved) return <p className="text-ink-2">{published}</p>;
  return (
    <details className="text-ink-2">
      <summary className="min-h-11 cursor-pointer py-2.5 md:min-h-0 md:py-0">
        {article.updatedAt ? (
          <>
            {words.updated} <Moment instant={article.updatedAt} article={article} timeZone={timeZone} />
          </>
        ) : (
          published
        )}
      </summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3">
        {wasMoved && (
          <>
            <dt>{words.firstPublished}</dt>
            <dd>
              <Moment instant={article.firstPublishedAt} article={article} timeZone={timeZone} />
            </dd>
          </>
        )}
        <dt>{words.published}</dt>
        <dd>{published}</dd>
      </dl>
    </details>
  );
}

function Moment({ instant, article, timeZone }: Props & { instant: string }) {
  return (
    <time dateTime={instant}>
      {longDate(instant, article.language, timeZone)}, {clockTime(instant, article.language, timeZone)}
    </time>
  );
}
