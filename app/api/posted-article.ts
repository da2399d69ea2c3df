import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import type { Summary } from '#lib/content/article.ts';
import { cachedSettings, cachedSummary } from '#lib/content/content-cache.ts';
import { LakeUnavailable } from '#lib/content/lake-client.ts';
import type { SiteSettings } from '#lib/content/site-settings.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { refusal } from './refusal.ts';

const requestSchema = z.object({ article: z.string().min(1).max(200), language: languageSchema });

export type PostedArticle = { article: Summary; settings: SiteSettings; asJson: boolean };

/** The article that a form of this site names, or the answer that says why there is none. */
export async function readPostedArticle(request: Request): Promise<PostedArticle | Response> {
  if (!postedFromSite(request.headers, config().SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused') return refusal(posted.status);
  const parsed = requestSchema.safeParse(posted.fields);
  if (!parsed.success) return refusal(400);
  const { article: slug, language } = parsed.data;
  try {
    const [article, settings] = await Promise.all([cachedSummary(language, slug), cachedSettings(language)]);
    if (!article || article.withdrawn) return refusal(404);
    return { article, settings, asJson: posted.asJson };
  } catch (error) {
    if (error instanceof LakeUnavailable) return refusal(503);
    throw error;
  }
}
