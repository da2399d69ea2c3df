import type { Caller } from '../auth/caller.ts';
import { titleOf } from '../auth/token-store.ts';

type KnownCaller = Extract<Caller, { kind: 'known' }>;

/** `users/me` */
export function currentUser({ userId, name, role, isRobot }: KnownCaller) {
  return {
    id: userId,
    name,
    email: '',
    profileImage: null,
    role,
    roles: [{ name: role, title: titleOf(role), description: '' }],
    provider: isRobot ? 'sanity-token' : 'local',
  };
}

/** `users/:id`, for names beside changes and presence. */
export function userProfile({ userId, name, isRobot }: Pick<KnownCaller, 'userId' | 'name' | 'isRobot'>) {
  return { id: userId, sanityUserId: userId, displayName: name, imageUrl: null, isRobot };
}

export function projectMember({ userId, role, isRobot }: KnownCaller, current: string | null) {
  return {
    id: userId,
    isCurrentUser: userId === current,
    isRobot,
    roles: [{ name: role, title: titleOf(role) }],
  };
}
