import { requireKnown, requirePermission } from '../auth/caller.ts';
import { httpError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import type { CorsOrigin } from './cors-origins.ts';
import { isEverySite, originPattern } from './origin-pattern.ts';

export const corsRoutes: Route[] = [
  route('GET', 'projects/:project/cors', ({ lake, caller }) => {
    requireKnown(caller);
    return json(lake.corsOrigins.all().map((known) => describe(known, lake.projectId)));
  }),
  route('POST', 'projects/:project/cors', async ({ lake, caller, message, now }) => {
    requirePermission(caller, 'administer');
    const body = await readJson(message, 8 * 1024);
    const origin = originIn(body.origin);
    const allowCredentials = body.allowCredentials === true;
    if (allowCredentials && isEverySite(origin))
      throw httpError(400, 'Not every site may come with credentials');
    const added = lake.corsOrigins.add(origin, allowCredentials, now);
    if (!added) throw new Error('An origin that was added is known');
    return json(describe(added, lake.projectId), 201);
  }),
  route('DELETE', 'projects/:project/cors/:id', ({ lake, caller, path }) => {
    requirePermission(caller, 'administer');
    if (!lake.corsOrigins.remove(Number(path.id))) throw httpError(404, 'CORS origin not found');
    return json({ deleted: true });
  }),
  route('GET', 'check/cors', ({ lake, message }) => {
    const known = lake.corsOrigins.find(message.headers.origin);
    const withCredentials = known?.allowCredentials ?? false;
    return json({ result: { allowed: known !== null, withCredentials } });
  }),
];

function describe({ id, origin, allowCredentials, createdAt }: CorsOrigin, projectId: string) {
  return { id, origin, allowCredentials, projectId, createdAt, updatedAt: createdAt, deletedAt: null };
}

function originIn(value: unknown): string {
  const origin = typeof value === 'string' ? originPattern(value) : null;
  if (origin !== null) return origin;
  throw httpError(
    400,
    '"origin" must be the scheme and host of a site; "*" may stand for a part of its name',
  );
}
