import type { Summary } from '#lib/content/article.ts';
import { Byline } from './byline.tsx';
import { Share } from './share.tsx';
import { Times } from './times.tsx';
import { Topline } from './topline.tsx';

type Props = { article: Summary; timeZone: string; url: string };

/** Everything above the picture. */
export function ArticleHead({ article, timeZone, url }: Props) {
  return (
    <header className="col-span-full pt-4 md:pt-8 lg:col-span-10 lg:col-start-2">
      <Topline article={article} />
      <h1 className="mt-1 max-w-[22em] font-display text-headline tracking-[-0.018em] md:mt-2">
        {article.headline}
      </h1>
      {article.standfirst && (
        <p className="mt-4 max-w-[28em] text-ink-2 text-standfirst">{article.standfirst}</p>
      )}
      <div className="furniture mt-5 flex flex-wrap items-baseline-last justify-between gap-x-8 gap-y-1 border-rule border-t pt-3 pb-5">
        <div>
          <Byline article={article} />
          <Times article={article} timeZone={timeZone} />
        </div>
        <Share headline={article.headline} url={url} language={article.language} />
      </div>
    </header>
  );
}
