import { requireKnown } from '../auth/caller.ts';
import { httpError } from '../http/lake-error.ts';
import { json, type Reply } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { currentUser, userProfile } from './user-directory.ts';

export const userRoutes: Route[] = [
  route('GET', 'users/me', ({ caller }) => json(currentUser(requireKnown(caller)))),
  route('GET', 'auth/id', ({ caller }) => json({ id: requireKnown(caller).userId })),
  route('GET', 'users/:ids', users),
  route('GET', 'projects/:project/users/:ids', users),
];

/** One id answers an object, several answer a list. */
function users({ lake, path, caller }: LakeRequest): Reply {
  const { userId } = requireKnown(caller);
  const ids = (path.ids ?? '').split(',');
  const known = new Map(lake.knownCallers().map((user) => [user.userId, userProfile(user, lake, userId)]));
  const found = ids.flatMap((id) => known.get(id) ?? []);
  if (ids.length > 1) return json(found);
  if (!found[0]) throw httpError(404, 'User not found');
  return json(found[0]);
}
