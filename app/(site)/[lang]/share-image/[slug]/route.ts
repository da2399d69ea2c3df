import 'server-only';
import sharp from 'sharp';
import { config } from '#lib/config.ts';
import { cachedSettings, cachedSummary } from '#lib/content/content-cache.ts';
import type { Picture } from '#lib/content/picture.ts';
import { pictureQuery } from '#lib/content/picture-url.ts';
import { isLanguage } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { markEnd } from '#lib/page-cache/response-status.ts';
import { assetHost, getPicture } from '#lib/pictures/get-picture.ts';
import { drawShareImage, pictureSize } from '#lib/share-image/draw-share-image.ts';

type Context = { params: Promise<{ lang: string; slug: string }> };

/** Kept like the article's page, and cleared with it; none at build time. */
export const dynamic = 'force-static';
export const revalidate = 300;

export function generateStaticParams() {
  return [];
}

const headers = { 'cache-control': 'public, max-age=0, must-revalidate' };
const withoutPictureMs = 30_000;

/** The card of an article, /articles/:slug/opengraph-image, made of its Summary alone. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { lang, slug } = await params;
  const summary = isLanguage(lang) ? await cachedSummary(lang, slug) : null;
  if (!summary || summary.withdrawn) {
    return new Response('There is no such picture.\n', {
      status: summary ? 410 : 404,
      headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const [{ name: paper }, picture] = await Promise.all([
    cachedSettings(summary.language),
    summary.hero ? pictureBeside(summary.hero) : null,
  ]);
  const { headline, section } = summary;
  const card = await drawShareImage({ headline, label: section.title, paper, picture });
  return new Response(new Uint8Array(card), { headers: { ...headers, 'content-type': 'image/jpeg' } });
}

/** A card without its picture is better than none, for a moment. */
async function pictureBeside(hero: Picture): Promise<Buffer | null> {
  const { SANITY_PROJECT_ID: project, SANITY_DATASET: dataset } = config();
  const path = `/images/${project}/${dataset}/${hero.file}${pictureQuery(hero, pictureSize)}`;
  const accept = new Headers({ accept: 'image/jpeg,image/png' });
  const found = await getPicture(assetHost(config()), path, accept, AbortSignal.timeout(4_000));
  if (found.kind === 'found' && found.body) {
    try {
      // Decoded here, because a body that breaks off shows only then.
      return await sharp(await new Response(found.body).arrayBuffer())
        .png()
        .toBuffer();
    } catch (err) {
      log.warn({ event: 'share-image.picture-failed', err });
    }
  }
  if (found.kind === 'failed') log.warn({ event: 'share-image.picture-failed', err: found.cause });
  markEnd(new Date(Date.now() + withoutPictureMs));
  return null;
}
