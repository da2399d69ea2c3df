import { may, requireKnown, requirePermission } from '../auth/caller.ts';
import { httpError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { aclOf, type DatasetRow } from './dataset-store.ts';

export const datasetRoutes: Route[] = ['datasets', 'projects/:project/datasets'].flatMap((prefix) => [
  route('GET', prefix, list),
  route('PUT', `${prefix}/:dataset`, create),
  route('PATCH', `${prefix}/:dataset`, edit),
  route('DELETE', `${prefix}/:dataset`, remove),
  route('GET', `${prefix}/:dataset/acl`, acl),
  route('GET', `${prefix}/:dataset/settings/embeddings`, (request) => {
    requireKnown(request.caller);
    return json({ enabled: false, status: 'unavailable' });
  }),
  route('PUT', `${prefix}/:dataset/settings/embeddings`, changeEmbeddings),
]);

const datasetNamePattern = /^[a-z0-9][a-z0-9_-]{0,63}$/;

function list({ lake, caller }: LakeRequest): Reply {
  requireKnown(caller);
  return json(lake.datasetStore.all().map(describe));
}

function describe({ name, isPublic, createdAt, createdBy, description }: DatasetRow) {
  return {
    name,
    aclMode: aclOf(isPublic),
    createdAt,
    createdByUserId: createdBy,
    addonFor: null,
    datasetProfile: 'content',
    features: [],
    tags: [],
    ...(description === null ? {} : { description }),
  };
}

async function create({ lake, caller, path, message, now }: LakeRequest): Promise<Reply> {
  const { userId } = requirePermission(caller, 'administer');
  const name = path.dataset ?? '';
  const body = await readJson(message, 8 * 1024);
  if (!datasetNamePattern.test(name)) throw httpError(400, `Invalid dataset name "${name}"`);
  if (lake.datasets.has(name)) throw httpError(409, `Dataset "${name}" already exists`);
  const isPublic = isPublicIn(body.aclMode, false);
  lake.createDataset({ name, isPublic }, userId, now);
  const description = typeof body.description === 'string' ? body.description : null;
  lake.datasetStore.change({ name, isPublic }, description);
  return json({ datasetName: name, aclMode: aclOf(isPublic), description });
}

async function edit({ lake, caller, path, message }: LakeRequest): Promise<Reply> {
  requirePermission(caller, 'administer');
  const dataset = lake.dataset(path.dataset);
  const body = await readJson(message, 8 * 1024);
  const isPublic = isPublicIn(body.aclMode, dataset.isPublic);
  const known = lake.datasetStore.find(dataset.name)?.description ?? null;
  const given = body.description === null || typeof body.description === 'string';
  const description = given ? textOrNull(body.description) : known;
  lake.datasetStore.change({ name: dataset.name, isPublic }, description);
  dataset.isPublic = isPublic;
  return json({ datasetName: dataset.name, aclMode: aclOf(isPublic), description });
}

async function remove({ lake, caller, path }: LakeRequest): Promise<Reply> {
  requirePermission(caller, 'administer');
  await lake.deleteDataset(lake.dataset(path.dataset));
  return json({ deleted: true });
}

async function changeEmbeddings({ caller, message }: LakeRequest): Promise<Reply> {
  requirePermission(caller, 'administer');
  const body = await readJson(message, 8 * 1024);
  if (body.enabled === true) throw httpError(403, 'Embeddings are a service of hosted Sanity');
  return json({ enabled: false, status: 'unavailable' });
}

/** What the caller may do, as GROQ filters: Studio asks them before it shows a button. */
function acl({ lake, caller, path }: LakeRequest): Reply {
  lake.dataset(path.dataset);
  requireKnown(caller);
  const permissions = may(caller, 'write')
    ? ['create', 'editHistory', 'history', 'manage', 'read', 'update']
    : ['history', 'read'];
  return json([{ filter: '_id in path("**")', permissions }]);
}

function isPublicIn(aclMode: unknown, otherwise: boolean): boolean {
  if (aclMode === undefined) return otherwise;
  if (aclMode === 'public' || aclMode === 'private') return aclMode === 'public';
  throw httpError(400, '"aclMode" must be "public" or "private"');
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
