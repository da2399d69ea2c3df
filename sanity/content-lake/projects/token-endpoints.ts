import { randomUUID } from 'node:crypto';
import { requirePermission, roles } from '../auth/caller.ts';
import { robot, type TokenRow, titleOf } from '../auth/token-store.ts';
import { httpError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';

/** Robot tokens of the project, as the management API has them. A token is shown once, when it is made. */
export const tokenRoutes: Route[] = [
  route('GET', 'projects/:project/tokens', ({ lake, caller }) => {
    requirePermission(caller, 'administer');
    return json(lake.tokens.robots().map(described));
  }),
  route('POST', 'projects/:project/tokens', create),
  route('DELETE', 'projects/:project/tokens/:id', ({ lake, caller, path }) => {
    requirePermission(caller, 'administer');
    if (!lake.tokens.revokeById(path.id ?? '')) throw httpError(404, 'Token not found');
    return json({ deleted: true });
  }),
];

async function create({ lake, caller, message, now }: LakeRequest): Promise<Reply> {
  requirePermission(caller, 'administer');
  const body = await readJson(message, 8 * 1024);
  const role = roles.find((candidate) => candidate === (body.roleName ?? body.role));
  if (!role) throw httpError(400, `"roleName" must be one of ${roles.join(', ')}`);
  const label = typeof body.label === 'string' && body.label !== '' ? body.label : role;
  const { id, token } = lake.tokens.issue(robot(label, role, randomUUID()), now, null);
  const made = lake.tokens.robots().find((known) => known.id === id);
  if (!made) throw new Error('A token that was made is known');
  return json({ ...described(made), key: token }, 201);
}

function described({ id, label, userId, createdAt, role }: TokenRow) {
  return { id, label, projectUserId: userId, createdAt, roles: [{ name: role, title: titleOf(role) }] };
}
