import { config } from '#lib/config.ts';
import { cachedArticleNames } from '#lib/content/content-cache.ts';
import { shortDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { type Gift, giftToken, isGood } from '#lib/paywall/gifts.ts';
import { absoluteUrl, articlePath, giftPath } from '#lib/site-urls.ts';

/** A gift of an article that is not there any more is left out: its link opens nothing. */
export async function givenArticles(
  gifts: Gift[],
  { language, timeZone, now }: { language: Language; timeZone: string; now: Date },
) {
  const { SITE_URL, SESSION_SECRET } = config();
  const articles = await cachedArticleNames(gifts.map((gift) => gift.articleId));
  return gifts.flatMap((gift) => {
    const article = articles.find(({ id }) => id === gift.articleId);
    if (!article) return [];
    return [
      {
        id: gift.id,
        headline: article.headline,
        articlePath: articlePath(article.language, article.slug),
        url: absoluteUrl(SITE_URL, giftPath(giftToken(SESSION_SECRET, gift.id))),
        isGood: article.giftable && isGood(gift, now),
        until: shortDate(gift.expiresAt.toISOString(), language, timeZone),
      },
    ];
  });
}
