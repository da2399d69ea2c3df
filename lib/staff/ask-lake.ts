import { z } from 'zod';

export type Lake = { SANITY_API_HOST: string | undefined; SANITY_PROJECT_ID: string };

/** `email` is null for a program, and where the lake tells none. */
export type Staff = { kind: 'staff'; userId: string; email: string | null };

/** Whose token it is. `unknown`: nobody's; `other`: somebody's who is not to see readers' numbers. */
export type TokenHolder = Staff | { kind: 'other' } | { kind: 'unknown' };

/** The lake is away, fails, or talks nonsense. */
export class LakeDoesNotSay extends Error {
  override name = 'LakeDoesNotSay';
}

const timeoutMs = 3_000;

/** Who may publish may see how many read; a viewer's token is also what the site and its programs have. */
const staffRoles = new Set(['editor', 'administrator']);

const meSchema = z.object({
  id: z.string(),
  // Whoever has none is staff all the same.
  email: z.email().nullable().catch(null),
  roles: z.array(z.object({ name: z.string() })),
});

export async function askLake(
  { SANITY_API_HOST, SANITY_PROJECT_ID }: Lake,
  token: string,
): Promise<TokenHolder> {
  // Under the project's own name hosted Sanity answers with the roles in that project.
  const origin = SANITY_API_HOST ?? `https://${SANITY_PROJECT_ID}.api.sanity.io`;
  const answer = await fetch(new URL('/v2025-02-19/users/me', origin), {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(timeoutMs),
    cache: 'no-store',
    redirect: 'error',
  }).catch((cause: unknown) => {
    throw new LakeDoesNotSay('The content lake does not say who holds a token.', { cause });
  });
  if (answer.status === 401 || answer.status === 403) return { kind: 'unknown' };
  if (!answer.ok) throw new LakeDoesNotSay(`The content lake answered ${answer.status}.`);
  const me = meSchema.safeParse(await answer.json().catch(() => null));
  if (!me.success) throw new LakeDoesNotSay('The content lake answered something else.', { cause: me.error });
  const { id: userId, email, roles } = me.data;
  return roles.some(({ name }) => staffRoles.has(name))
    ? { kind: 'staff', userId, email }
    : { kind: 'other' };
}
