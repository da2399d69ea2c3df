import { httpError, LakeError, mutationError } from '../http/lake-error.ts';

export const roles = ['viewer', 'editor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Who sent a request: nobody known, or a user or robot with one role. */
export type Caller =
  | { kind: 'anonymous' }
  | { kind: 'known'; userId: string; name: string; role: Role; isRobot: boolean };

export type KnownCaller = Extract<Caller, { kind: 'known' }>;

export const anonymous: Caller = { kind: 'anonymous' };

export type Permission = 'read' | 'write' | 'administer';

const permissionsOf: Record<Role, readonly Permission[]> = {
  viewer: ['read'],
  editor: ['read', 'write'],
  administrator: ['read', 'write', 'administer'],
};

export function may(caller: Caller, permission: Permission): boolean {
  return caller.kind === 'known' && permissionsOf[caller.role].includes(permission);
}

export function identityOf(caller: Caller): string {
  return caller.kind === 'known' ? caller.userId : '<anonymous>';
}

export function requireKnown(caller: Caller): KnownCaller {
  if (caller.kind === 'known') return caller;
  throw unauthorized();
}

export function requirePermission(caller: Caller, permission: Permission): KnownCaller {
  const known = requireKnown(caller);
  if (may(caller, permission)) return known;
  throw httpError(403, `Insufficient permissions; "${permission}" is required`);
}

/** Mutations are refused in the shape that the clients' mutation error has. */
export function requireWrite(caller: Caller): void {
  if (may(caller, 'write')) return;
  const description = 'Insufficient permissions; permission "create" required';
  throw mutationError({ type: 'insufficientPermissionsError', description, permission: 'create' }, 0, 403);
}

export function unauthorized(): LakeError {
  return new LakeError(401, 'Unauthorized', {
    statusCode: 401,
    error: 'Unauthorized',
    message: 'Unauthorized - Session not found',
    errorCode: 'SIO-401-ANF',
  });
}
