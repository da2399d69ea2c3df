import { requirePermission, roles } from '../auth/caller.ts';
import { robot } from '../auth/token-store.ts';
import { httpError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';

/** Robot tokens of the project. A token is shown once, when it is made. */
export const tokenRoutes: Route[] = [
  route('GET', 'projects/:project/tokens', ({ lake, caller }) => {
    requirePermission(caller, 'administer');
    return json(lake.tokens.robots());
  }),
  route('POST', 'projects/:project/tokens', async ({ lake, caller, message, now }) => {
    requirePermission(caller, 'administer');
    const body = await readJson(message, 8 * 1024);
    const role = roles.find((candidate) => candidate === (body.roleName ?? body.role));
    if (!role) throw httpError(400, `"roleName" must be one of ${roles.join(', ')}`);
    const label = typeof body.label === 'string' && body.label !== '' ? body.label : role;
    const { id, token } = lake.tokens.issue(robot(label, role), now, null);
    return json({ id, key: token, label, roles: [{ name: role }] }, 201);
  }),
  route('DELETE', 'projects/:project/tokens/:id', ({ lake, caller, path }) => {
    requirePermission(caller, 'administer');
    if (!lake.tokens.revokeById(path.id ?? '')) throw httpError(404, 'Token not found');
    return json({ deleted: true });
  }),
];
