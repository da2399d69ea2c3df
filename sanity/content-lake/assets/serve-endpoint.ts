import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { httpError } from '../http/lake-error.ts';
import { bytes, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { type ImageFormat, type ImageTransform, parseImageTransform } from './image-transform.ts';
import { renderImage } from './render-image.ts';

/** Assets are found by the hash of their content, so a URL's answer never changes. */
export const serveRoutes: Route[] = [
  route('GET', 'images/:project/:dataset/:file', serveImage),
  route('GET', 'images/:project/:dataset/:file/:vanity', serveImage),
  route('GET', 'files/:project/:dataset/:file', (request) => serveFile(request, true)),
  route('GET', 'files/:project/:dataset/:file/:vanity', (request) => serveFile(request, true)),
];

const mimeTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  tif: 'image/tiff',
  svg: 'image/svg+xml',
};

const inert = {
  'cache-control': 'public, max-age=31536000, s-maxage=2592000, immutable',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
};

async function serveImage(request: LakeRequest): Promise<Reply> {
  const { lake, path, url, message } = request;
  const name = path.file ?? '';
  const [, width, height, extension] = /-(\d+)x(\d+)\.([a-z0-9]+)$/.exec(name) ?? [];
  // Only what was found to be a picture when it came is opened as one.
  if (extension === undefined) throw httpError(404, 'Asset not found');
  const transform = parseImageTransform(url.searchParams);
  if (!transform || extension === 'svg') return serveFile(request, false);
  const found = await findAsset(request);
  const format = formatFor(transform, extension, message.headers.accept ?? '');
  const original = { width: Number(width), height: Number(height) };
  const body = await lake.renderedImages.get({ name, dataset: path.dataset, transform, format }, () =>
    renderImage(found.path, original, transform, format),
  );
  return bytes(body, {
    ...inert,
    'content-type': mimeTypes[format] ?? 'application/octet-stream',
    ...(transform.isFormatAutomatic ? { vary: 'accept' } : {}),
    ...downloadHeader(url),
  });
}

function formatFor(transform: ImageTransform, extension: string, accept: string): ImageFormat {
  if (transform.isFormatAutomatic) {
    if (accept.includes('image/avif')) return 'avif';
    if (accept.includes('image/webp')) return 'webp';
  }
  if (transform.format) return transform.format;
  if (extension === 'webp' || extension === 'avif') return extension;
  return extension === 'png' || extension === 'gif' ? 'png' : 'jpg';
}

/** An asset is there as long as its document is. */
async function findAsset({ lake, path }: LakeRequest): Promise<{ path: string; size: number }> {
  const name = path.file ?? '';
  const stem = name.replace('.', '-');
  const documents = lake.datasets.get(path.dataset ?? '')?.perspectives.raw;
  const isKnown = documents?.get(`image-${stem}`) ?? documents?.get(`file-${stem}`);
  const found = isKnown ? await lake.assetFiles.find(path.dataset ?? '', name) : null;
  if (!found) throw httpError(404, 'Asset not found');
  return found;
}

async function serveFile(request: LakeRequest, isDownload: boolean): Promise<Reply> {
  const { url, response } = request;
  const found = await findAsset(request);
  const extension = found.path.split('.').at(-1) ?? '';
  const asAttachment =
    isDownload && !url.searchParams.has('dl') ? { 'content-disposition': 'attachment' } : {};
  response.writeHead(200, {
    ...inert,
    'content-type': mimeTypes[extension] ?? 'application/octet-stream',
    'content-length': found.size,
    ...asAttachment,
    ...downloadHeader(url),
  });
  if (response.req.method === 'HEAD') response.end();
  else await pipeline(createReadStream(found.path), response);
  return { kind: 'taken' };
}

function downloadHeader(url: URL): Record<string, string> {
  const name = url.searchParams.get('dl');
  if (name === null) return {};
  const plain = name.replace(/[^\w. -]/g, '');
  return { 'content-disposition': plain === '' ? 'attachment' : `attachment; filename="${plain}"` };
}
