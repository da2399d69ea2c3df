import type { Metadata } from 'next';
import { z } from 'zod';
import { AccountSheet } from '#components/account/account-sheet.tsx';
import { DevicesPart } from '#components/account/devices-part.tsx';
import { FeedPart } from '#components/account/feed-part.tsx';
import { GiftsPart } from '#components/account/gifts-part.tsx';
import { LanguagePart } from '#components/account/language-part.tsx';
import { ListsPart } from '#components/account/lists-part.tsx';
import { config } from '#lib/config.ts';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { privateFeedKey } from '#lib/feeds/private-feed.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { giftsOf } from '#lib/paywall/gifts.ts';
import { absoluteUrl, privateFeedPath } from '#lib/site-urls.ts';
import { listsOf } from '#lib/subscribers/list-store.ts';
import { findSessions } from '#lib/subscribers/session-store.ts';
import { accountPage } from '../../account-page.tsx';
import { givenArticles } from '../../given-articles.ts';
import { routeLanguage } from '../../route-language.ts';

type Props = {
  params: Promise<{ lang: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The layout says that pages are kept; this one is made for each request. */
export const dynamic = 'force-dynamic';

/** Set by /api/account and /api/gift/revoke; anything else in the address means nothing. */
const querySchema = z.object({
  saved: z.enum(['lists', 'language', 'feed', 'sessions']).nullable().catch(null),
  result: z.enum(['failed', 'lists']).nullable().catch(null),
  gift: z.enum(['revoked', 'unknown']).nullable().catch(null),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { account } = textsFor(routeLanguage((await params).lang));
  return { title: account.title, robots: { index: false, follow: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const language = routeLanguage((await params).lang);
  const { saved, result, gift } = querySchema.parse(await searchParams);
  const { account } = textsFor(language);
  return accountPage(language, '/account', async ({ session, subscriber, settings }) => {
    const { db } = database();
    const { timeZone } = settings;
    const now = new Date();
    const { SITE_URL, SESSION_SECRET } = config();
    const [lists, chosen, open, gifts, feedKey] = await Promise.all([
      cachedNewsletterLists(),
      listsOf(db, subscriber.id),
      findSessions(db, subscriber.id, now),
      giftsOf(db, subscriber.id).then((all) => givenArticles(all, { language, timeZone, now })),
      privateFeedKey(db, SESSION_SECRET, subscriber.id),
    ]);
    const devices = open.map(({ id, device, lastUsedAt }) => ({
      ...{ id, device, lastUsedAt: lastUsedAt.toISOString() },
    }));
    if (gift === 'unknown') markStatus(404);
    if (result === 'failed') markStatus(503, 30);
    if (result === 'lists') markStatus(422);
    return (
      <AccountSheet
        address={subscriber.email}
        language={language}
        problem={result && { failed: account.failed, lists: account.lists.unknown }[result]}
      >
        <ListsPart
          lists={lists}
          chosen={chosen}
          state={subscriber.state}
          language={language}
          saved={saved === 'lists'}
        />
        <LanguagePart language={language} chosen={subscriber.language} saved={saved === 'language'} />
        <FeedPart
          url={feedKey && absoluteUrl(SITE_URL, privateFeedPath(feedKey))}
          language={language}
          saved={saved === 'feed'}
        />
        <GiftsPart gifts={gifts} language={language} result={gift} />
        <DevicesPart
          devices={devices}
          currentId={session.id}
          language={language}
          timeZone={timeZone}
          saved={saved === 'sessions'}
        />
      </AccountSheet>
    );
  });
}
