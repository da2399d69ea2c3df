import { ArticleBody } from '#components/article/article-body.tsx';
import type { LiveUpdate } from '#lib/content/live.ts';
import { clockTime, shortDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { updateAnchor } from '#lib/live/update-anchor.ts';
import { UpdateShare } from './update-share.tsx';

type Props = {
  update: LiveUpdate;
  /** The address that leads to it wherever it stands. */
  url: string;
  language: Language;
  timeZone: string;
  onUnknownBlock: (id: string, type: string) => void;
};

/** One update; public/live.js finds it by its id and sees by its revision whether it has changed. */
export function LiveUpdateEntry({ update, url, language, timeZone, onUnknownBlock }: Props) {
  const { live: words } = textsFor(language);
  const { id, revision, publishedAt, headline } = update;
  return (
    <article id={updateAnchor(id)} data-revision={revision} className="border-rule border-t py-6 md:py-8">
      <p className="furniture flex flex-wrap items-baseline gap-x-3 text-ink-2">
        <time dateTime={publishedAt}>
          <span className="font-semibold text-ink">{clockTime(publishedAt, language, timeZone)}</span>
          {`, ${shortDate(publishedAt, language, timeZone)}`}
        </time>
        {update.pinned && <strong className="font-semibold text-accent">{words.pinned}</strong>}
        {update.keyMoment && <strong className="font-semibold text-accent">{words.keyMoment}</strong>}
      </p>
      <h2 tabIndex={-1} className="mt-1 font-display text-second tracking-[-0.008em] outline-none">
        {headline}
      </h2>
      <div data-article-body="" className="mt-3">
        <ArticleBody
          blocks={update.body}
          language={language}
          timeZone={timeZone}
          linkable={false}
          onUnknownBlock={(type) => onUnknownBlock(id, type)}
        />
      </div>
      <UpdateShare headline={headline} url={url} language={language} />
    </article>
  );
}
