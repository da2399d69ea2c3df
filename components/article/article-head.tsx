import type { Summary } from '#lib/content/article.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AgeNotice } from './age-notice.tsx';
import { Byline } from './byline.tsx';
import { Share } from './share.tsx';
import { Times } from './times.tsx';
import { Topline } from './topline.tsx';

type Props = {
  article: Summary;
  timeZone: string;
  url: string;
  /** How long the whole text takes; null where it is not all here. */
  readingMinutes: number | null;
  ageInYears: number;
};

/** Everything above the picture. */
export function ArticleHead({ article, timeZone, url, readingMinutes, ageInYears }: Props) {
  const { article: words } = textsFor(article.language);
  return (
    <header className="col-span-full pt-4 md:pt-8 lg:col-span-10 lg:col-start-2">
      <Topline article={article} />
      <h1 className="mt-1 max-w-[22em] font-display text-headline tracking-[-0.018em] md:mt-2">
        {article.headline}
      </h1>
      {article.standfirst && (
        <p className="mt-4 max-w-[28em] text-ink-2 text-standfirst">{article.standfirst}</p>
      )}
      {article.sensitive && (
        <p className="furniture mt-4 border-field border-l-2 pl-3 text-ink-2">{words.sensitive}</p>
      )}
      <div className="furniture mt-5 flex flex-wrap items-baseline-last justify-between gap-x-8 gap-y-1 border-rule border-t pt-3 pb-5">
        <div>
          <Byline article={article} />
          <Times article={article} timeZone={timeZone} />
          {readingMinutes !== null && <p className="text-ink-2">{words.readingTime(readingMinutes)}</p>}
          <AgeNotice years={ageInYears} language={article.language} />
        </div>
        <Share headline={article.headline} url={url} language={article.language} />
      </div>
    </header>
  );
}
