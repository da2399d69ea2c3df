import 'server-only';
import { tagOf } from '#lib/feeds/tag-of.ts';

/** A text that is kept like a page: whoever has it asks whether it is still that. */
export function keptText(
  status: 200 | 404 | 410,
  type: string,
  text: string,
  more: Record<string, string> = {},
): Response {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=0, must-revalidate',
    ...(status === 200 && { etag: tagOf(text) }),
    ...more,
  };
  return new Response(text, { status, headers });
}
