import 'server-only';
import { config } from '#lib/config.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { staffDirectory } from '#lib/staff/find-staff.ts';
import { limitStrangers } from '#lib/staff/stranger-limits.ts';
import { minutelyCounts } from '#lib/staff/subscriber-counts.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';

export const dynamic = 'force-dynamic';

const findStaff = staffDirectory({
  lake: config,
  limitStrangers: (from, now) => {
    const { SESSION_SECRET: secret, LIMITS_FACTOR: limitsFactor } = config();
    return limitStrangers({ db: database().db, secret, limitsFactor }, from, now);
  },
});
const counts = minutelyCounts();

const sentences = {
  401: 'Sign in to Studio: this address takes the token of an editor.',
  403: 'The numbers are for editors and administrators.',
  429: 'Too many tokens that nobody knows come from your network.',
  503: 'Who you are, or the numbers, cannot be found out right now.',
} as const;

/** How many readers there are, for Studio's tool, which sends its editor's own token. Never who they are. */
export async function GET(request: Request): Promise<Response> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) return refuse(401);
  const now = new Date();
  try {
    const network = clientNetwork(request.headers, config().TRUSTED_PROXY_HOPS);
    const holder = await findStaff({ token, network }, now);
    // Of a crowd from everywhere this one may be innocent.
    if (holder.kind === 'limited')
      return refuse(holder.limit === 'staff_network' ? 429 : 503, holder.retryAfterSeconds);
    if (holder.kind !== 'staff') return refuse(holder.kind === 'other' ? 403 : 401);
    const { timeZone } = await cachedSettings('en');
    return Response.json(await counts(database().db, timeZone, now), { headers: privately });
  } catch (error) {
    log.error({ event: 'staff.no_counts', err: error });
    return refuse(503);
  }
}

const privately = { 'cache-control': 'private, no-store' };

function refuse(status: keyof typeof sentences, retryAfterSeconds = 10): Response {
  return Response.json(
    { message: sentences[status] },
    {
      status,
      headers: {
        ...privately,
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
        ...((status === 429 || status === 503) && { 'retry-after': `${retryAfterSeconds}` }),
      },
    },
  );
}
