import { Day } from '#components/site/day.tsx';
import type { Summary } from '#lib/content/article.ts';
import { clockTime, longDate } from '#lib/i18n/dates.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { article: Summary; timeZone: string };

/** When it was published; once it has been updated or published again, the history opens below. */
export function Times({ article, timeZone }: Props) {
  const { article: words } = textsFor(article.language);
  const { firstPublishedAt, publishedAt, updatedAt } = article;
  const history = [
    ...(updatedAt ? [{ label: words.updated, instant: updatedAt }] : []),
    { label: words.published, instant: publishedAt },
    ...(firstPublishedAt === publishedAt ? [] : [{ label: words.firstPublished, instant: firstPublishedAt }]),
  ];
  const [latest, ...earlier] = history.map(({ label, instant }) => (
    <span key={label}>
      {label}{' '}
      <time dateTime={instant}>
        {longDate(instant, article.language, timeZone)}, {clockTime(instant, article.language, timeZone)}
      </time>
    </span>
  ));
  return (
    <div className="text-ink-2">
      {earlier.length === 0 ? (
        <p>{latest}</p>
      ) : (
        <details>
          <summary className="min-h-11 cursor-pointer py-2.5 md:min-h-6 md:py-0">{latest}</summary>
          {earlier.map((line) => (
            <p key={line.key}>{line}</p>
          ))}
        </details>
      )}
      <Corrected article={article} timeZone={timeZone} />
    </div>
  );
}

/** Says beside the dates that something was wrong, and leads to what. */
function Corrected({ article, timeZone }: Props) {
  const dates = article.corrections.filter(({ kind }) => kind !== 'update').map(({ date }) => date);
  const latest = dates.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
  if (latest === undefined) return null;
  return (
    <p>
      <a href="#corrections" className="quiet-link inline-flex min-h-11 items-center text-alert md:min-h-6">
        {textsFor(article.language).article.corrected}&nbsp;
        <Day instant={latest} language={article.language} timeZone={timeZone} />
      </a>
    </p>
  );
}
