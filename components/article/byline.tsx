import type { Summary } from '#lib/content/article.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { personPath } from '#lib/site-urls.ts';

/** Who made it and what each did. A byline written out by an editor goes before the names on record. */
export function Byline({ article }: { article: Summary }) {
  const { article: words } = textsFor(article.language);
  if (article.bylineText) return <p className="font-semibold">{article.bylineText}</p>;
  if (article.bylines.length === 0) return null;
  return (
    <p>
      {words.by}{' '}
      {article.bylines.map(({ name, slug, role }, index) => (
        <span key={slug}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <a href={personPath(article.language, slug)} className="quiet-link font-semibold">
            {name}
          </a>
          {role && <span className="text-ink-2">, {role}</span>}
        </span>
      ))}
    </p>
  );
}
