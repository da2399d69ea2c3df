import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { articlePath } from '#lib/site-urls.ts';

type Props = { slug: string; headline: string; language: Language };

/** A story that an editor points to from within the text. */
export function RelatedLink({ slug, headline, language }: Props) {
  return (
    <aside className="relative my-6 border-accent border-l-2 py-1 pl-5">
      <p className="meta">{textsFor(language).article.readMore}</p>
      <a href={articlePath(language, slug)} className="quiet-link cover-link font-semibold text-card">
        {headline}
      </a>
    </aside>
  );
}
