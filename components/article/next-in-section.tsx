import type { Summary } from '#lib/content/article.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { articlePath, sectionPath } from '#lib/site-urls.ts';

type Props = { article: Summary; next: Summary | null };

/** Where the section goes on: the story before this one, and all of them. */
export function NextInSection({ article, next }: Props) {
  const { language, section } = article;
  const { article: words } = textsFor(language);
  return (
    <div className="mt-6 border-rule border-t pt-3">
      {next && (
        <p className="relative pb-2">
          <span className="meta block">{words.nextIn(section.title)}</span>
          <a
            href={articlePath(language, next.slug)}
            rel="next"
            className="quiet-link cover-link font-semibold text-card"
          >
            {next.headline}
          </a>
        </p>
      )}
      <p className="furniture">
        <a
          href={sectionPath(language, section.slug)}
          className="text-link relative inline-flex min-h-11 items-center"
        >
          {words.moreFrom(section.title)}
        </a>
      </p>
    </div>
  );
}
