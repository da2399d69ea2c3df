import 'server-only';
import { config } from '#lib/config.ts';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { staffDirectory } from '#lib/staff/find-staff.ts';
import { minutelyCounts } from '#lib/staff/subscriber-counts.ts';

export const dynamic = 'force-dynamic';

const findStaff = staffDirectory(config);
const counts = minutelyCounts();

const sentences = {
  401: 'Sign in to Studio: this address takes the token of an editor.',
  403: 'The numbers are for editors and administrators.',
  503: 'Who you are, or the numbers, cannot be found out right now.',
} as const;

/** How many readers there are, for Studio's tool, which sends its editor's own token. Never who they are. */
export async function GET(request: Request): Promise<Response> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token) return refuse(401);
  const now = new Date();
  try {
    const holder = await findStaff(token, now);
    if (holder.kind !== 'staff') return refuse(holder.kind === 'other' ? 403 : 401);
    const { timeZone } = await cachedSettings('en');
    return Response.json(await counts(database().db, timeZone, now), { headers: privately });
  } catch (error) {
    log.error({ event: 'staff.no_counts', err: error });
    return refuse(503);
  }
}

const privately = { 'cache-control': 'private, no-store' };

function refuse(status: keyof typeof sentences): Response {
  return Response.json(
    { message: sentences[status] },
    {
      status,
      headers: {
        ...privately,
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
        ...(status === 503 && { 'retry-after': '10' }),
      },
    },
  );
}
