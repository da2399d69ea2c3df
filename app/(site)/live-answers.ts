import 'server-only';
import { createHash } from 'node:crypto';
import { LakeUnavailable } from '#lib/content/lake-client.ts';
import { cachedCoverage, cachedUpdateMarks } from '#lib/content/live-cache.ts';
import { isLanguage, type Language } from '#lib/i18n/language.ts';
import { pageOfUpdate, publishedUpdates } from '#lib/live/arrange-updates.ts';
import { liveSignal } from '#lib/live/live-signal.ts';
import { updateAnchor } from '#lib/live/update-anchor.ts';
import { livePath } from '#lib/site-urls.ts';

/** What there is in the coverage, for its open pages. Unchanged, it is a 304 without a body. */
export async function answerLiveSignal(request: Request, lang: string, slug: string): Promise<Response> {
  return answerOf(lang, slug, ({ coverage, published }) => {
    const text = JSON.stringify(liveSignal(coverage, published));
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    const headers = {
      etag,
      // For a moment in front of the site: all open pages ask for it, and it holds no text.
      'cache-control': 'public, max-age=0, s-maxage=5, must-revalidate',
      'content-type': 'application/json',
      'x-robots-tag': 'noindex',
    };
    const has = request.headers.get('if-none-match')?.replaceAll('W/', '').split(/,\s*/) ?? [];
    return has.includes(etag)
      ? new Response(null, { status: 304, headers })
      : new Response(text, { headers });
  });
}

/** An update's own address leads to the page that it is on by now. */
export async function answerUpdatePlace(lang: string, slug: string, id: string): Promise<Response> {
  return answerOf(lang, slug, ({ language, coverage, published }) => {
    const page = pageOfUpdate(coverage.order, published, id);
    if (page === null) return notFound();
    const location = `${livePath(language, slug, page)}#${updateAnchor(id)}`;
    return new Response(null, { status: 307, headers: { location, 'cache-control': 'no-store' } });
  });
}

type Found = Awaited<ReturnType<typeof find>> & object;

async function answerOf(lang: string, slug: string, say: (found: Found) => Response): Promise<Response> {
  if (!isLanguage(lang)) return notFound();
  try {
    const found = await find(lang, slug);
    return found ? say(found) : notFound();
  } catch (error) {
    if (error instanceof LakeUnavailable)
      return plain(503, 'Please try again in a moment.', { 'retry-after': '30' });
    throw error;
  }
}

async function find(language: Language, slug: string) {
  const coverage = await cachedCoverage(language, slug);
  if (!coverage) return null;
  const { published } = publishedUpdates(await cachedUpdateMarks(coverage.id), new Date());
  return { language, coverage, published };
}

const notFound = () => plain(404, 'Not found');

function plain(status: number, sentence: string, headers: Record<string, string> = {}): Response {
  return new Response(sentence, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
