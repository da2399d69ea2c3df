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
  if (earlier.length === 0) return <p className="text-ink-2">{latest}</p>;
  return (
    <details className="text-ink-2">
      <summary className="min-h-11 cursor-pointer py-2.5 md:min-h-6 md:py-0">{latest}</summary>
      {earlier.map((line) => (
        <p key={line.key}>{line}</p>
      ))}
    </details>
  );
}
