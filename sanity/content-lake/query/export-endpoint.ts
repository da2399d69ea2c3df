import { requirePermission } from '../auth/caller.ts';
import { type Route, route } from '../http/route.ts';

const documentsBetweenPauses = 200;

/** Every document of a dataset, drafts included, one JSON object a line. */
export const exportRoutes: Route[] = [
  route('GET', 'data/export/:dataset', async ({ lake, path, caller, url, response }) => {
    requirePermission(caller, 'read');
    const dataset = lake.dataset(path.dataset);
    const types = (url.searchParams.get('types') ?? '').split(',').filter((type) => type !== '');
    response.writeHead(200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store',
    });
    const lines: string[] = [];
    for (const document of dataset.perspectives.raw.all()) {
      if (types.length > 0 && !types.includes(document._type)) continue;
      lines.push(`${JSON.stringify(document)}\n`);
      if (lines.length < documentsBetweenPauses) continue;
      const isTaken = response.write(lines.splice(0).join(''));
      if (!isTaken)
        await new Promise<void>((resolve) => {
          response.once('drain', resolve);
          response.once('close', resolve);
        });
      if (response.destroyed) return { kind: 'taken' };
    }
    response.end(lines.join(''));
    return { kind: 'taken' };
  }),
  // References from other datasets: a lake of its own has none.
  route('GET', 'data/references/:dataset/documents/:id/to', ({ caller }) => {
    requirePermission(caller, 'read');
    return { kind: 'json', status: 200, body: { totalCount: 0, references: [] } };
  }),
];
