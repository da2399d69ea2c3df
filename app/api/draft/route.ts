import 'server-only';
import { config } from '#lib/config.ts';
import { checkPreviewAddress } from '#lib/content/preview-address.ts';
import { draftCookie } from '#lib/drafts/draft-cookie.ts';
import { draftPass } from '#lib/drafts/draft-pass.ts';

export const dynamic = 'force-dynamic';

/** Studio's Presentation opens its frame here, with a secret that it has put into the dataset. */
export async function GET(request: Request): Promise<Response> {
  const address = await checkPreviewAddress(request.url);
  switch (address.kind) {
    case 'valid': {
      const site = config();
      const headers = {
        'cache-control': 'no-store',
        location: address.path,
        'set-cookie': draftCookie(site.SITE_URL, draftPass(site, new Date())),
      };
      return new Response(null, { status: 307, headers });
    }
    case 'refused':
      return answer(
        401,
        'Drafts are opened from Presentation in Studio, by accounts that may edit. This link is not valid, or no longer.',
      );
    case 'unknown':
      return answer(503, 'The content store does not answer just now. Please try again in a moment.');
  }
}

function answer(status: 401 | 503, sentence: string): Response {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 503 && { 'retry-after': '10' }),
  };
  return new Response(`${sentence}\n`, { status, headers });
}
