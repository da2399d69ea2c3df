import { Paging } from '#components/site/paging.tsx';
import type { Coverage, LiveUpdate, UpdateMark } from '#lib/content/live.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { absoluteUrl, livePath, liveUpdatePath, sectionPath } from '#lib/site-urls.ts';
import { KeyMoments } from './key-moments.tsx';
import { LiveState } from './live-state.tsx';
import { LiveUpdateEntry } from './live-update-entry.tsx';

type Props = {
  coverage: Coverage;
  pinned: LiveUpdate[];
  updates: LiveUpdate[];
  keyMoments: UpdateMark[];
  page: number;
  pages: number;
  lastAt: string | undefined;
  siteUrl: string;
  language: Language;
  timeZone: string;
  /** Whether this page asks for what is new; not while drafts are shown. */
  follows: boolean;
  onUnknownBlock: (id: string, type: string) => void;
};

/** What React must not look into: public/live.js fills it, maybe before React wakes. */
const filledLater = { dangerouslySetInnerHTML: { __html: '' }, suppressHydrationWarning: true };

/** Live coverage. The data-live attributes are what public/live.js goes by. */
export function LiveSheet({ coverage, pinned, updates, language, timeZone, ...page }: Props) {
  const { live: words } = textsFor(language);
  const { slug, order, state } = coverage;
  const path = livePath(language, slug);
  const isWhereNewOnesCome = page.page === (order === 'newest' ? 1 : page.pages);
  const entry = (update: LiveUpdate) => (
    <LiveUpdateEntry
      key={update.id}
      update={update}
      url={absoluteUrl(page.siteUrl, liveUpdatePath(language, slug, update.id))}
      language={language}
      timeZone={timeZone}
      onUnknownBlock={page.onUnknownBlock}
    />
  );
  return (
    <div
      className="page-width page-grid"
      data-live-state={state}
      {...(page.follows && {
        'data-live-signal': `${path}/updates.json`,
        'data-live-updates': `${path}/updates`,
        ...(isWhereNewOnesCome && { 'data-live-grows': '' }),
      })}
    >
      <header className="text-column pt-8 pb-6 md:pt-12 md:pb-8">
        <p className="furniture">
          <a
            href={sectionPath(language, coverage.section.slug)}
            className="quiet-link inline-flex min-h-11 items-center font-semibold text-accent"
          >
            {coverage.section.title}
          </a>
        </p>
        <h1 className="font-display text-headline tracking-[-0.018em]">{coverage.headline}</h1>
        {coverage.standfirst && <p className="mt-4 text-ink-2 text-standfirst">{coverage.standfirst}</p>}
        <div data-live-swap="state">
          <LiveState state={state} lastAt={page.lastAt} language={language} timeZone={timeZone} />
        </div>
        <div data-live-swap="key-moments">
          <KeyMoments
            moments={page.keyMoments}
            shown={new Set([...pinned, ...updates].map(({ id }) => id))}
            slug={slug}
            language={language}
            timeZone={timeZone}
          />
        </div>
      </header>
      {/* Of the whole column, so that what sticks to the window's edge does so down to the last update. */}
      <div className="text-column">
        {page.follows && (
          <div
            role="status"
            data-live-news=""
            data-one={words.oneNew}
            data-many={words.manyNew}
            data-control="furniture inline-flex min-h-11 items-center rounded-control bg-accent px-4 font-semibold text-paper print:hidden"
            className="sticky top-2 z-10 flex justify-center [&>*]:mb-4"
            {...filledLater}
          />
        )}
        <div data-live-pinned="">{pinned.map(entry)}</div>
        {page.follows && order === 'newest' && <div data-live-new="start" {...filledLater} />}
        <div data-live-list="">{updates.map(entry)}</div>
        {page.follows && order === 'oldest' && <div data-live-new="end" {...filledLater} />}
        <div data-live-swap="empty">
          {pinned.length + updates.length === 0 && (
            <p className="border-rule border-t py-6">{state === 'live' ? words.soon : words.nothing}</p>
          )}
        </div>
        <Paging
          page={page.page}
          pages={page.pages}
          language={language}
          pathOf={(number) => livePath(language, slug, number)}
          label={words.paging}
          words={
            order === 'newest'
              ? { newer: words.newer, older: words.older }
              : { newer: words.earlier, older: words.later }
          }
        />
      </div>
    </div>
  );
}
