import type { UpdateMark } from '#lib/content/live.ts';
import { clockTime, dayAndMonth } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { updateAnchor } from '#lib/live/update-anchor.ts';
import { liveUpdatePath } from '#lib/site-urls.ts';

type Props = {
  moments: UpdateMark[];
  /** Those on this page: their links stay in it. */
  shown: ReadonlySet<string>;
  slug: string;
  language: Language;
  timeZone: string;
};

/** The coverage in a few lines; each leads to its update, on whichever page that is. */
export function KeyMoments({ moments, shown, slug, language, timeZone }: Props) {
  if (moments.length === 0) return null;
  return (
    <nav aria-labelledby="key-moments" className="mt-6 border-accent border-l-2 pl-5">
      <h2 id="key-moments" className="furniture font-semibold">
        {textsFor(language).live.keyMoments}
      </h2>
      <ol>
        {moments.map(({ id, headline, publishedAt }) => (
          <li key={id}>
            <a
              href={shown.has(id) ? `#${updateAnchor(id)}` : liveUpdatePath(language, slug, id)}
              className="quiet-link flex min-h-11 flex-wrap items-baseline gap-x-3 py-2"
            >
              <time dateTime={publishedAt} className="meta">
                {`${dayAndMonth(publishedAt, language, timeZone)}, ${clockTime(publishedAt, language, timeZone)}`}
              </time>
              <span>{headline}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
