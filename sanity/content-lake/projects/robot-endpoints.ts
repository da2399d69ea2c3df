import { randomUUID } from 'node:crypto';
import { requireKnown, requirePermission, roles } from '../auth/caller.ts';
import { robot, type TokenRow, titleOf } from '../auth/token-store.ts';
import { isRecord, type JsonRecord } from '../dataset/document.ts';
import { httpError } from '../http/lake-error.ts';
import { readJson } from '../http/read-body.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';

/** The same tokens as the access API names them, by which `sanity tokens` of today makes, lists and rotates them. */
export const robotRoutes: Route[] = [
  route('GET', 'access/project/:project/robots', ({ lake, caller }) => {
    requirePermission(caller, 'administer');
    return json(page(lake.tokens.robots().map((known) => described(known, lake.projectId))));
  }),
  route('POST', 'access/project/:project/robots', create),
  route('DELETE', 'access/project/:project/robots/:id', ({ lake, caller, path }) => {
    requirePermission(caller, 'administer');
    const known = lake.tokens.robots().find(({ id }) => id === path.id);
    if (!known || !lake.tokens.revokeById(known.id)) throw httpError(404, 'Robot not found');
    return json(described(known, lake.projectId));
  }),
  route('POST', 'access/robots/me/rotate', ({ lake, caller, message, now }) => {
    requireKnown(caller);
    const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(message.headers.authorization ?? '') ?? [];
    const rotated = lake.tokens.rotate(token, now);
    if (!rotated) throw httpError(403, 'Only a token that was made for a robot can be rotated');
    return json({ ...described(rotated, lake.projectId), token: rotated.token });
  }),
  route('GET', 'access/project/:project/roles', ({ caller }) => {
    requireKnown(caller);
    const described = roles.map((name) => ({ name, title: titleOf(name), description: '', isCustom: false }));
    return json(page(described.map((role) => ({ ...role, appliesToUsers: true, appliesToRobots: true }))));
  }),
];

/** All of it: nobody has so many tokens that a second page is needed. */
function page(data: readonly object[]) {
  return { data, nextCursor: null, totalCount: data.length };
}

async function create({ lake, caller, message, now }: LakeRequest): Promise<Reply> {
  requirePermission(caller, 'administer');
  const body = await readJson(message, 8 * 1024);
  const label = typeof body.label === 'string' ? body.label.trim() : '';
  if (label === '') throw httpError(400, '"label" is required');
  const [name, ...others] = roleNamesIn(body);
  const role = roles.find((candidate) => candidate === name);
  if (!role || others.length > 0) {
    throw httpError(400, `"memberships" must give one role of the project: ${roles.join(', ')}`);
  }
  const expiresAt = expiryIn(body, now);
  const { id, token } = lake.tokens.issue(robot(label, role, randomUUID()), now, expiresAt);
  const made = lake.tokens.robots().find((known) => known.id === id);
  if (!made) throw new Error('A token that was made is known');
  return json({ ...described(made, lake.projectId), token }, 201);
}

function roleNamesIn({ memberships }: JsonRecord): unknown[] {
  const list = Array.isArray(memberships) ? memberships : [];
  return list.flatMap((membership) => {
    const isProject = isRecord(membership) && membership.resourceType === 'project';
    return isProject && Array.isArray(membership.roleNames) ? membership.roleNames : [];
  });
}

function expiryIn({ expiresAt }: JsonRecord, now: Date): Date | null {
  if (expiresAt === undefined || expiresAt === null) return null;
  const date = new Date(String(expiresAt));
  if (Number.isNaN(date.getTime()) || date <= now) throw httpError(400, '"expiresAt" must be a date to come');
  return date;
}

function described({ id, label, role, createdAt, expiresAt }: TokenRow, projectId: string) {
  const membership = { resourceType: 'project', resourceId: projectId, roleNames: [role] };
  return { id, label, createdAt, expiresAt, memberships: [membership] };
}
