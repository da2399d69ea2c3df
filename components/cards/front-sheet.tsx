import { SubscribeBlock } from '#components/paywall/subscribe-block.tsx';
import type { FrontPage } from '#lib/content/front-page.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import { frontPath } from '#lib/site-urls.ts';
import { LatestList } from './latest-list.tsx';
import { LeadStory } from './lead-story.tsx';
import { OpinionStrip } from './opinion-strip.tsx';
import { PackageStrip } from './package-strip.tsx';
import { River } from './river.tsx';
import { riverRows } from './river-rows.ts';
import { SecondStory } from './second-story.tsx';

type Props = { front: FrontPage; settings: SiteSettings; language: Language };

/** The front page under its nameplate, in the order in which an editor ranks it. */
export function FrontSheet({ front, settings, language }: Props) {
  const { timeZone } = settings;
  return (
    <div className="page-width">
      <div className="grid gap-y-8 pb-10 md:pt-8 lg:grid-cols-[7fr_5fr] lg:gap-x-8">
        {front.lead && <LeadStory article={front.lead} related={front.leadRelated} timeZone={timeZone} />}
        <Seconds articles={front.seconds} timeZone={timeZone} />
      </div>
      <div className="grid gap-y-12">
        {front.packages.map((featured) => (
          <PackageStrip key={featured.key} featured={featured} timeZone={timeZone} />
        ))}
        {riverRows(front.sections).map((row) => (
          <div
            key={row.map(({ section }) => section.id).join(' ')}
            className={row.length > 1 ? 'grid gap-y-12 md:grid-cols-2 md:gap-x-6 lg:gap-x-8' : ''}
          >
            {row.map((river) => (
              <River key={river.section.id} {...river} timeZone={timeZone} wide={row.length === 1} />
            ))}
          </div>
        ))}
        <OpinionStrip articles={front.opinion} language={language} />
        <div className="grid gap-y-12 lg:grid-cols-[7fr_5fr] lg:gap-x-8">
          <LatestList articles={front.latest} language={language} timeZone={timeZone} />
          <div className="[&>section]:border-ink lg:sticky lg:top-6 lg:self-start">
            <SubscribeBlock copy={settings.formCopy} language={language} source={frontPath(language)} />
          </div>
        </div>
      </div>
    </div>
  );
}

/** Three beside the lead; the last one is set as type, so that the column does not end in a picture. */
function Seconds({ articles, timeZone }: { articles: FrontPage['seconds']; timeZone: string }) {
  if (articles.length === 0) return null;
  return (
    <ul className="grid content-start border-rule max-lg:border-t md:grid-cols-3 md:gap-x-6 md:pt-6 lg:grid-cols-1 lg:border-l lg:pt-0 lg:pl-8">
      {articles.map((article, index) => (
        <li
          key={article.id}
          className="border-rule py-5 not-first:border-t md:py-0 md:not-first:border-t-0 lg:not-first:mt-6 lg:not-first:border-t lg:not-first:pt-6"
        >
          <SecondStory article={article} pictured={index < 2} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}
