import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { identityOf, requireWrite } from '../auth/caller.ts';
import type { JsonRecord } from '../dataset/document.ts';
import { originCalled } from '../http/client-address.ts';
import { httpError } from '../http/lake-error.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import type { ReceivedFile } from './asset-files.ts';
import { type Extracted, imageMetadata } from './image-metadata.ts';
import { sniffImage } from './sniff-image.ts';

const limits = { imageBytes: 50 * 1024 * 1024, fileBytes: 500 * 1024 * 1024 } as const;

export const uploadRoutes: Route[] = [
  route('POST', 'assets/images/:dataset', (request) => upload(request, 'image', limits.imageBytes)),
  route('POST', 'assets/files/:dataset', (request) => upload(request, 'file', limits.fileBytes)),
];

type Described = { id: string; fileName: string; fields: JsonRecord };

async function upload(request: LakeRequest, kind: 'image' | 'file', limitBytes: number): Promise<Reply> {
  const { lake, message, caller, now } = request;
  requireWrite(caller);
  const dataset = lake.dataset(request.path.dataset);
  const received = await lake.assetFiles.receive(message, limitBytes);
  try {
    if (received.size === 0) throw httpError(400, 'The upload is empty');
    const { id, fileName, fields } =
      kind === 'image'
        ? await describeImage(received, extractedBy(request.url.searchParams))
        : describeFile(request, received);
    const known = dataset.perspectives.raw.get(id);
    // A document whose bytes are missing, in a restored backup say, gets them back.
    if (known && (await lake.assetFiles.find(dataset.name, fileName))) return json({ document: known });
    const path = `${kind}s/${lake.projectId}/${dataset.name}/${fileName}`;
    const document = {
      _id: id,
      _type: kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset',
      assetId: received.sha1,
      sha1hash: received.sha1,
      path,
      url: `${originCalled(message, lake.trustsProxy)}/${path}`,
      size: received.size,
      uploadId: randomUUID(),
      ...fields,
      ...givenFields(request.url.searchParams),
    };
    await dataset.commit({
      transactionId: randomUUID(),
      author: identityOf(caller),
      now,
      apply: async (pending) => {
        // Kept in the commit's own turn: a deletion of the same bytes comes before or after, never between.
        await lake.assetFiles.keep(received, dataset.name, fileName);
        pending.apply({ kind: 'createIfNotExists', id, document });
      },
    });
    return json({ document: dataset.perspectives.raw.get(id) });
  } finally {
    await lake.assetFiles.discard(received);
  }
}

async function describeImage({ path, sha1 }: ReceivedFile, extracted: Extracted): Promise<Described> {
  const image = await sniffImage(path);
  const size = `${image.width}x${image.height}`;
  return {
    id: `image-${sha1}-${size}-${image.extension}`,
    fileName: `${sha1}-${size}.${image.extension}`,
    fields: {
      extension: image.extension,
      mimeType: image.mimeType,
      metadata: await imageMetadata(path, image, extracted).catch((cause: unknown) => {
        throw Object.assign(httpError(400, 'Invalid image: its pixels could not be read'), { cause });
      }),
    },
  };
}

/** Files are only ever served as downloads, so what they claim to be does no harm. */
function describeFile({ url, message }: LakeRequest, { sha1 }: ReceivedFile): Described {
  const named = extname(url.searchParams.get('filename') ?? '')
    .slice(1)
    .toLowerCase();
  const extension = /^[a-z0-9]{1,10}$/.test(named) ? named : 'bin';
  return {
    id: `file-${sha1}-${extension}`,
    fileName: `${sha1}.${extension}`,
    fields: { extension, mimeType: message.headers['content-type'] ?? 'application/octet-stream' },
  };
}

/** `meta` names what to work out; without it, what hosted Sanity works out by default. */
function extractedBy(search: URLSearchParams): Extracted {
  const named = search.getAll('meta').flatMap((names) => names.split(','));
  const isWanted = (name: string) => named.length === 0 || named.includes(name);
  return {
    hasPreview: isWanted('lqip'),
    hasPalette: isWanted('palette'),
    hasBlurHash: isWanted('blurhash'),
  };
}

function givenFields(search: URLSearchParams): JsonRecord {
  const fields: JsonRecord = {};
  for (const name of ['label', 'title', 'description', 'creditLine', 'altText']) {
    const value = search.get(name);
    if (value !== null) fields[name] = value;
  }
  const fileName = search.get('filename');
  if (fileName !== null) fields.originalFilename = fileName;
  const [source, id, url] = ['sourceName', 'sourceId', 'sourceUrl'].map((name) => search.get(name));
  if (source && id)
    fields.source = { _type: 'sanity.assetSourceData', name: source, id, ...(url ? { url } : {}) };
  return fields;
}
