import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requirePermission } from '../auth/caller.ts';
import type { LakeDocument } from '../dataset/document.ts';
import { originCalled } from '../http/client-address.ts';
import { type Route, route } from '../http/route.ts';

/** Where an asset was uploaded to may be another address than the one that answers now. */
function asCalled(document: LakeDocument, origin: string): LakeDocument {
  const { _type, path } = document;
  const isAsset = _type === 'sanity.imageAsset' || _type === 'sanity.fileAsset';
  return isAsset && typeof path === 'string' ? { ...document, url: `${origin}/${path}` } : document;
}

const documentsInChunk = 200;

function* linesOf(
  documents: readonly LakeDocument[],
  types: readonly string[],
  origin: string,
): Generator<string> {
  const lines: string[] = [];
  for (const document of documents) {
    if (types.length > 0 && !types.includes(document._type)) continue;
    lines.push(`${JSON.stringify(asCalled(document, origin))}\n`);
    if (lines.length === documentsInChunk) yield lines.splice(0).join('');
  }
  yield lines.join('');
}

/** Every document of a dataset, drafts included, one JSON object a line. */
export const exportRoutes: Route[] = [
  route('GET', 'data/export/:dataset', async ({ lake, path, caller, url, message, response }) => {
    requirePermission(caller, 'read');
    const dataset = lake.dataset(path.dataset);
    const origin = originCalled(message, lake.trustsProxy);
    const types = (url.searchParams.get('types') ?? '').split(',').filter((type) => type !== '');
    response.writeHead(200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
    });
    const documents = dataset.perspectives.raw.all();
    // Who goes away meanwhile ends it: there is nobody left to tell.
    await pipeline(Readable.from(linesOf(documents, types, origin)), response);
    return { kind: 'taken' };
  }),
  // References from other datasets: a lake of its own has none.
  route('GET', 'data/references/:dataset/documents/:id/to', ({ caller }) => {
    requirePermission(caller, 'read');
    return { kind: 'json', status: 200, body: { totalCount: 0, references: [] } };
  }),
];
