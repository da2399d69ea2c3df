import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { viewFor } from './query-parameters.ts';

export const documentRoutes: Route[] = [
  route('GET', 'data/doc/:dataset/:ids', ({ lake, path, caller, url }) => {
    const view = viewFor(lake.dataset(path.dataset), caller, 'raw');
    const ids = [...new Set((path.ids ?? '').split(','))].filter((id) => id !== '');
    const found = ids.flatMap((id) => view.get(id) ?? []);
    const known = new Set(found.map((document) => document._id));
    const omitted = ids.filter((id) => !known.has(id)).map((id) => ({ id, reason: 'existence' }));
    const isBare = url.searchParams.get('excludeContent') === 'true';
    const documents = isBare
      ? found.map(({ _id, _type, _rev, _createdAt, _updatedAt }) => ({
          _id,
          _type,
          _rev,
          _createdAt,
          _updatedAt,
        }))
      : found;
    return json({ documents, omitted });
  }),
];
