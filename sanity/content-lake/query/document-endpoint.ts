import { type LakeDocument, publishedId } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { viewFor } from './query-parameters.ts';

/** What is published under an id, its draft, and its version in every release. */
function versionsOf(id: string, view: View): LakeDocument[] {
  const published = publishedId(id);
  const releases = view
    .withType('system.release')
    .all()
    .map(({ name }) => `versions.${name}.${published}`);
  return [published, `drafts.${published}`, ...releases].flatMap((candidate) => view.get(candidate) ?? []);
}

export const documentRoutes: Route[] = [
  route('GET', 'data/doc/:dataset/:ids', async ({ lake, path, caller, url }) => {
    const view = await viewFor(lake.dataset(path.dataset), caller, 'raw');
    const ids = [...new Set((path.ids ?? '').split(','))].filter((id) => id !== '');
    const hasVersions = url.searchParams.get('includeAllVersions') === 'true';
    const found = ids.flatMap((id) => (hasVersions ? versionsOf(id, view) : (view.get(id) ?? [])));
    const known = new Set(
      found.flatMap((document) => (hasVersions ? [document._id, publishedId(document._id)] : document._id)),
    );
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
