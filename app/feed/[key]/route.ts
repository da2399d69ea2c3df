import 'server-only';
import { config } from '#lib/config.ts';
import { cachedSettings, keep } from '#lib/content/content-cache.ts';
import { cachedFeedArticles } from '#lib/content/feed-cache.ts';
import { LakeUnavailable } from '#lib/content/lake-client.ts';
import { database } from '#lib/db/database.ts';
import { isDatabaseFailure } from '#lib/db/is-database-failure.ts';
import { composeFeed } from '#lib/feeds/compose-feed.ts';
import type { FeedReader } from '#lib/feeds/feed-key-store.ts';
import { openPrivateFeed } from '#lib/feeds/private-feed.ts';
import { writeFeed } from '#lib/feeds/write-feed.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { absoluteUrl, privateFeedPath } from '#lib/site-urls.ts';

type Context = { params: Promise<{ key: string }> };

export const dynamic = 'force-dynamic';

/** A subscriber's own feed: every article whole. The key in the address is all that it takes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  const name = /^(?<key>[^.]+)\.xml$/.exec(key)?.groups?.key ?? '';
  try {
    const reader = await openPrivateFeed(database().db, name);
    if (!reader) return sentence(404, textsFor('en').feeds.private.unknown);
    const { text, headers } = await feedFor(reader, name);
    return new Response(text, { headers: { ...headers, ...forOne } });
  } catch (error) {
    if (!isDatabaseFailure(error) && !(error instanceof LakeUnavailable)) throw error;
    log.error({ event: 'feed.unreadable', err: error });
    return sentence(503, textsFor('en').failure.sentence);
  }
}

async function feedFor({ subscriberId, language }: FeedReader, key: string) {
  const now = new Date();
  const [{ articles }, settings] = await Promise.all([
    cachedFeedArticles(language, null, now),
    cachedSettings(language),
  ]);
  const siteUrl = config().SITE_URL;
  const reader = { kind: 'subscriber', subscriberId } as const;
  const { feed } = await composeFeed(
    { language, subject: null, articles, settings, siteUrl, reader, now },
    keep,
  );
  const title = textsFor(language).feeds.private.title(settings.name);
  return writeFeed({ ...feed, title, urls: { rss: absoluteUrl(siteUrl, privateFeedPath(key)) } }, 'rss');
}

const forOne = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' };

function sentence(status: 404 | 503, said: string): Response {
  const retry = status === 503 ? { 'retry-after': '30' } : {};
  const headers = { 'content-type': 'text/plain; charset=utf-8', ...forOne, ...retry };
  return new Response(`${said}\n`, { status, headers });
}
