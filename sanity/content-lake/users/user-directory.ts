import type { KnownCaller } from '../auth/caller.ts';
import { titleOf } from '../auth/token-store.ts';

/** Reserved for what stays on a machine (RFC 6761), as the site's default sender: an inbox of this machine takes it. */
const mailHost = 'localhost.localdomain';

/** `users/me`. A person of this lake has an address, so that the newsroom's programs can write to them; a robot none. */
export function currentUser({ userId, name, role, isRobot }: KnownCaller) {
  return {
    id: userId,
    name,
    email: isRobot ? '' : `${userId.replace(/^local-/, '')}@${mailHost}`,
    profileImage: null,
    role,
    roles: [{ name: role, title: titleOf(role), description: '' }],
    provider: isRobot ? 'sanity-token' : 'local',
  };
}

/** `users/:id`, for names beside changes and presence. */
export function userProfile(
  { userId, name, isRobot }: KnownCaller,
  { projectId, startedAt }: { projectId: string; startedAt: Date },
  current: string,
) {
  return {
    id: userId,
    sanityUserId: userId,
    projectId,
    displayName: name,
    givenName: null,
    middleName: null,
    familyName: null,
    imageUrl: null,
    createdAt: startedAt.toISOString(),
    updatedAt: startedAt.toISOString(),
    isCurrentUser: userId === current,
    isRobot,
  };
}

export function projectMember({ userId, role, isRobot }: KnownCaller, current: string | null) {
  return {
    id: userId,
    role,
    isCurrentUser: userId === current,
    isRobot,
    roles: [{ name: role, title: titleOf(role) }],
  };
}
