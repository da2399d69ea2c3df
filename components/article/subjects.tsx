import type { Summary } from '#lib/content/article.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { placePath, topicPath } from '#lib/site-urls.ts';

/** What an article is about and where it happens, each a way to more of it. */
export function Subjects({ article }: { article: Summary }) {
  const { article: words } = textsFor(article.language);
  const groups = [
    { name: words.topics, terms: article.topics, pathOf: topicPath },
    { name: words.places, terms: article.places, pathOf: placePath },
  ].filter(({ terms }) => terms.length > 0);
  if (groups.length === 0) return null;
  return (
    <dl className="furniture mt-10 border-rule border-t pt-3 print:hidden">
      {groups.map(({ name, terms, pathOf }) => (
        <div key={name} className="flex flex-wrap items-center gap-x-4">
          <dt className="text-ink-2">{name}</dt>
          {terms.map(({ id, slug, title }) => (
            <dd key={id}>
              <a
                href={pathOf(article.language, slug)}
                className="text-link inline-flex min-h-11 items-center"
              >
                {title}
              </a>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
