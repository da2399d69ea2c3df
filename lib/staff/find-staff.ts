import { createHash } from 'node:crypto';
import { z } from 'zod';

export type Lake = { SANITY_API_HOST: string | undefined; SANITY_PROJECT_ID: string };

/** Whose token it is. `unknown`: nobody's; `other`: somebody's who is not to see readers' numbers. */
export type TokenHolder = { kind: 'staff' } | { kind: 'other' } | { kind: 'unknown' };

export class LakeDoesNotSay extends Error {
  override name = 'LakeDoesNotSay';
}

const freshMs = 60_000;
const mostKept = 500;
const timeoutMs = 3_000;

/** Who may publish may see how many read; a viewer's token is also what the site and its programs have. */
const staffRoles = new Set(['editor', 'administrator']);

const meSchema = z.object({ roles: z.array(z.object({ name: z.string() })) });

/** A token as it can stand in a header, and no longer than any that Sanity gives. */
const tokenShape = /^[!-~]{1,1000}$/;

/**
 * Asks the lake who holds a token, at most once a minute for each. An answer that is not one (the lake is away, fails, or
 * talks nonsense) is thrown, and not kept. What is kept is bounded, so that made-up tokens fill no memory.
 */
export function staffDirectory(lake: () => Lake): (token: string, now: Date) => Promise<TokenHolder> {
  const kept = new Map<string, { holder: Promise<TokenHolder>; until: number }>();
  return (token, now) => {
    if (!tokenShape.test(token)) return Promise.resolve({ kind: 'unknown' });
    // The token itself is not kept: a dump of the memory opens no Studio.
    const key = createHash('sha256').update(token).digest('base64url');
    const known = kept.get(key);
    if (known && known.until > now.getTime()) return known.holder;
    const holder = askLake(lake(), token);
    kept.delete(key);
    kept.set(key, { holder, until: now.getTime() + freshMs });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    holder.catch(() => {
      if (kept.get(key)?.holder === holder) kept.delete(key);
    });
    return holder;
  };
}

async function askLake({ SANITY_API_HOST, SANITY_PROJECT_ID }: Lake, token: string): Promise<TokenHolder> {
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
  return { kind: me.data.roles.some(({ name }) => staffRoles.has(name)) ? 'staff' : 'other' };
}
