import type { ReactNode } from 'react';
import { Message } from '#components/site/message.tsx';
import { SearchField } from '#components/site/search-field.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedLatest, cachedSettings } from '#lib/content/content-cache.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markGone, markMissing } from '#lib/page-cache/response-status.ts';
import { articlePath, frontPath, pagePath, standingPages } from '#lib/site-urls.ts';
import { leaveIfMoved } from './leave-if-moved.ts';

type Props = {
  language: Language;
  /** The address as a reader sees it: what moved is redirected from there. */
  path: string;
  /** The same text in the other language. */
  translation?: string | undefined;
};

/** In place of a page that does not exist: answered with 404. */
export async function MissingPage({ language, path, translation }: Props) {
  await leaveIfMoved(path);
  markMissing();
  const { missing } = textsFor(language);
  return (
    <WayOn language={language} heading={missing.heading} translation={translation}>
      <p>{translation ? missing.inOtherLanguage : missing.sentence}</p>
      {translation && (
        <p>
          <a href={translation} className="text-link">
            {missing.readInOtherLanguage}
          </a>
        </p>
      )}
    </WayOn>
  );
}

/** In place of an article that was taken back for good: answered with 410. */
export function WithdrawnPage({ language }: { language: Language }) {
  markGone();
  const { missing } = textsFor(language);
  return (
    <WayOn language={language} heading={missing.goneHeading}>
      <p>{missing.goneSentence}</p>
      <p>
        <a href={pagePath(language, standingPages.corrections)} className="text-link">
          {missing.goneWhy}
        </a>
      </p>
    </WayOn>
  );
}

type WayOnProps = {
  language: Language;
  heading: string;
  translation?: string | undefined;
  children: ReactNode;
};

async function WayOn({ language, heading, translation, children }: WayOnProps) {
  const { missing, site } = textsFor(language);
  const [settings, latest] = await Promise.all([cachedSettings(language), cachedLatest(language, 5)]);
  return (
    <SiteFrame settings={settings} language={language} translation={translation}>
      <Message heading={heading}>
        {children}
        <p>
          <a href={frontPath(language)} className="text-link">
            {missing.front}
          </a>
        </p>
        <div className="pt-2">
          <SearchField language={language} />
        </div>
        {latest.length > 0 && (
          <section aria-labelledby="latest" className="pt-8">
            <h2 id="latest" className="furniture border-ink border-t pt-4 pb-2 text-accent">
              {site.latest}
            </h2>
            <ul>
              {latest.map((article) => (
                <li key={article.id} className="border-rule border-t py-3 first:border-t-0">
                  <a
                    href={articlePath(language, article.slug)}
                    className="quiet-link font-semibold text-card"
                  >
                    {article.headline}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Message>
    </SiteFrame>
  );
}
