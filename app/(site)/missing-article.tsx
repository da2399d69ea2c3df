import { otherLanguage } from '#components/site/language-link.tsx';
import { cachedSummary } from '#lib/content/content-cache.ts';
import type { Language } from '#lib/i18n/language.ts';
import { articlePath } from '#lib/site-urls.ts';
import { MissingPage } from './missing-page.tsx';

type Props = { language: Language; slug: string };

/** An article that was never written in this language may be there in the other one. */
export async function MissingArticle({ language, slug }: Props) {
  const other = otherLanguage(language);
  const summary = await cachedSummary(other, slug);
  const translation = summary && !summary.withdrawn ? articlePath(other, slug) : undefined;
  return <MissingPage language={language} path={articlePath(language, slug)} translation={translation} />;
}
