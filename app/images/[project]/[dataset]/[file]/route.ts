import 'server-only';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { assetHost, getPicture } from '#lib/pictures/get-picture.ts';
import { type PictureAddress, parsePictureRequest } from '#lib/pictures/picture-request.ts';

export const dynamic = 'force-dynamic';

const inert = {
  vary: 'Accept',
  'x-content-type-options': 'nosniff',
  // An SVG is a document: opened by itself it must neither run nor load anything.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};
/** The name of a picture is the hash of its bytes: what was right once stays right. */
const forever = 'public, max-age=31536000, immutable';

/** Pictures under the site's own address, streamed from the asset host. */
export async function GET(
  request: Request,
  { params }: { params: Promise<PictureAddress> },
): Promise<Response> {
  const { SANITY_PROJECT_ID: project, SANITY_DATASET: dataset } = config();
  const asked = parsePictureRequest(await params, new URL(request.url).searchParams, { project, dataset });
  if (asked.kind === 'unknown') return refusal(404, 'There is no such picture.');
  if (asked.kind === 'refused')
    return refusal(400, 'The address of this picture has a parameter that is not allowed.');
  const picture = await getPicture(assetHost(config()), asked.path, request.headers, request.signal);
  switch (picture.kind) {
    case 'found':
      return new Response(picture.body, {
        headers: {
          ...inert,
          'cache-control': forever,
          'content-type': picture.type,
          ...(picture.length && { 'content-length': picture.length }),
          ...(picture.etag && { etag: picture.etag }),
        },
      });
    case 'unchanged':
      return new Response(null, {
        status: 304,
        headers: { ...inert, 'cache-control': forever, ...(picture.etag && { etag: picture.etag }) },
      });
    case 'unknown':
      return refusal(404, 'There is no such picture.');
    case 'failed':
      if (!request.signal.aborted) log.warn({ event: 'picture.failed', err: picture.cause });
      return refusal(503, 'This picture cannot be fetched just now.');
  }
}

function refusal(status: 400 | 404 | 503, sentence: string): Response {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 503 && { 'retry-after': '10' }),
  };
  return new Response(`${sentence}\n`, { status, headers });
}
