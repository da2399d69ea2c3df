import type { Metadata } from 'next';
import { lang } from 'next/root-params';
import { Message } from '#components/site/message.tsx';
import { SiteFrame } from '#components/site/site-frame.tsx';
import { cachedLatest, cachedSettings } from '#lib/content/content-cache.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { articlePath, frontPath } from '#lib/site-urls.ts';
import { missingMetadata } from '../describe-page.ts';
import { routeLanguage } from '../route-language.ts';

export async function generateMetadata(): Promise<Metadata> {
  return missingMetadata(routeLanguage((await lang()) ?? 'en'));
}

/** The framework sends this with every page, so it is kept short. */
export default async function NotFound() {
  const language = routeLanguage((await lang()) ?? 'en');
  const { missing, site } = textsFor(language);
  const [settings, latest] = await Promise.all([cachedSettings(language), cachedLatest(language, 4)]);
  return (
    <SiteFrame settings={settings} language={language}>
      <Message heading={missing.heading}>
        <p>{missing.sentence}</p>
        <p>
          <a href={frontPath(language)} className="text-link">
            {missing.front}
          </a>
        </p>
        <h2 className="furniture pt-6 text-accent">{site.latest}</h2>
        <ul>
          {latest.map((article) => (
            <li key={article.id} className="border-rule border-t py-3">
              <a href={articlePath(language, article.slug)} className="quiet-link font-semibold text-card">
                {article.headline}
              </a>
            </li>
          ))}
        </ul>
      </Message>
    </SiteFrame>
  );
}
