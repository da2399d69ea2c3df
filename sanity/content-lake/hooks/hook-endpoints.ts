import { requirePermission } from '../auth/caller.ts';
import { httpError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { describeHook, type Hook, operations, parseHook } from './hook.ts';

const bodyLimitBytes = 64 * 1024;

export const hookRoutes: Route[] = [
  route('GET', 'hooks/projects/:project', ({ lake, caller }) => {
    requirePermission(caller, 'administer');
    return json(lake.hooks.all().map(({ hook }) => describeHook(hook, lake.projectId)));
  }),
  route('POST', 'hooks/projects/:project', create),
  route('GET', 'hooks/projects/:project/attempts/:attempt', ({ lake, caller, path }) => {
    requirePermission(caller, 'administer');
    const [attempt] = lake.hookLog.attempts({ attemptId: path.attempt ?? '' });
    if (!attempt) throw httpError(404, 'Delivery attempt not found');
    return json(attempt);
  }),
  route('GET', 'hooks/projects/:project/:id', (request) =>
    json(describeHook(hookOf(request), request.lake.projectId)),
  ),
  route('PATCH', 'hooks/projects/:project/:id', change),
  route('DELETE', 'hooks/projects/:project/:id', (request) => {
    request.lake.hooks.remove(hookOf(request).id);
    return json({ deleted: true });
  }),
  route('GET', 'hooks/projects/:project/:id/messages', (request) =>
    json(request.lake.hookLog.messages(hookOf(request).id)),
  ),
  route('GET', 'hooks/projects/:project/:id/attempts', (request) =>
    json(request.lake.hookLog.attempts({ hookId: hookOf(request).id })),
  ),
];

async function create({ lake, caller, message, now }: LakeRequest): Promise<Reply> {
  requirePermission(caller, 'administer');
  const blank: Hook = {
    id: lake.hooks.newId(),
    name: '',
    url: '',
    dataset: '*',
    apiVersion: '2021-03-25',
    httpMethod: 'POST',
    on: operations,
    filter: '',
    projection: '',
    includeDrafts: false,
    headers: {},
    secret: null,
    isDisabled: false,
    createdAt: now.toISOString(),
  };
  const hook = parseHook(await readJson(message, bodyLimitBytes), blank);
  lake.hooks.save(hook);
  return json(describeHook(hook, lake.projectId), 201);
}

async function change(request: LakeRequest): Promise<Reply> {
  const known = hookOf(request);
  const hook = parseHook(await readJson(request.message, bodyLimitBytes), known);
  request.lake.hooks.save(hook);
  return json(describeHook(hook, request.lake.projectId));
}

function hookOf({ lake, caller, path }: LakeRequest): Hook {
  requirePermission(caller, 'administer');
  const hook = lake.hooks.find(path.id ?? '');
  if (!hook) throw httpError(404, 'Webhook not found');
  return hook;
}
