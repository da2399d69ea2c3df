import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import type { Staff } from '#lib/staff/ask-lake.ts';
import { staffDirectory } from '#lib/staff/find-staff.ts';
import { limitStrangers } from '#lib/staff/stranger-limits.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';

const findStaff = staffDirectory({
  lake: config,
  limitStrangers: (from, now) => {
    const { SESSION_SECRET: secret, LIMITS_FACTOR: limitsFactor } = config();
    return limitStrangers({ db: database().db, secret, limitsFactor }, from, now);
  },
});

/** What is behind the door, in the sentences of those who stand before it. */
type Room = { forbidden: string; failed: string; event: string };

/**
 * Lets editors and administrators in, by the token that Studio sends. Tokens are no cookies: no other site's page can
 * make a browser send one, so nobody asks here where a POST comes from.
 */
export async function throughStaffDoor(
  request: Request,
  room: Room,
  act: (staff: Staff, now: Date) => Promise<Response>,
): Promise<Response> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) return signIn();
  const now = new Date();
  try {
    const network = clientNetwork(request.headers, config().TRUSTED_PROXY_HOPS);
    const holder = await findStaff({ token, network }, now);
    switch (holder.kind) {
      case 'limited':
        // Of a crowd from everywhere this one may be innocent.
        return holder.limit === 'staff_network'
          ? staffRefusal(429, 'Too many tokens that nobody knows come from your network.', {
              'retry-after': `${holder.retryAfterSeconds}`,
            })
          : staffRefusal(503, room.failed, { 'retry-after': `${holder.retryAfterSeconds}` });
      case 'unknown':
        return signIn();
      case 'other':
        return staffRefusal(403, room.forbidden);
      case 'staff':
        return await act(holder, now);
      default:
        return holder satisfies never;
    }
  } catch (error) {
    log.error({ event: room.event, err: error });
    return staffRefusal(503, room.failed, { 'retry-after': '10' });
  }
}

export function staffAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'private, no-store', ...headers } });
}

export function staffRefusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return staffAnswer({ message }, status, headers);
}

function signIn(): Response {
  return staffRefusal(401, 'Sign in to Studio: this address takes the token of an editor.', {
    'www-authenticate': 'Bearer',
  });
}
