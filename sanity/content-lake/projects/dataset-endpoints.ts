import { may, requireKnown, requirePermission } from '../auth/caller.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { httpError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';

export const datasetRoutes: Route[] = [
  route('GET', 'datasets', list),
  route('GET', 'projects/:project/datasets', list),
  route('PUT', 'datasets/:dataset', create),
  route('PUT', 'projects/:project/datasets/:dataset', create),
  route('GET', 'projects/:project/datasets/:dataset/acl', acl),
];

const datasetNamePattern = /^[a-z0-9][a-z0-9_-]{0,63}$/;

function list({ lake, caller }: LakeRequest): Reply {
  requireKnown(caller);
  return json([...lake.datasets.values()].map(describe));
}

function describe({ name, isPublic }: Dataset) {
  return {
    name,
    aclMode: isPublic ? 'public' : 'private',
    tags: [],
    datasetProfile: 'content',
    features: [],
  };
}

async function create({ lake, caller, path, message, now }: LakeRequest): Promise<Reply> {
  requirePermission(caller, 'administer');
  const name = path.dataset ?? '';
  const body = await readJson(message, 8 * 1024);
  if (!datasetNamePattern.test(name)) throw httpError(400, `Invalid dataset name "${name}"`);
  if (lake.datasets.has(name)) throw httpError(409, `Dataset "${name}" already exists`);
  const isPublic = body.aclMode === 'public';
  lake.createDataset({ name, isPublic }, now);
  return json({ datasetName: name, aclMode: isPublic ? 'public' : 'private' });
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
