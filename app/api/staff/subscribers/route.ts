import 'server-only';
import { cachedSettings } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { minutelyCounts } from '#lib/staff/subscriber-counts.ts';
import { staffAnswer, throughStaffDoor } from '../staff-door.ts';

export const dynamic = 'force-dynamic';

const counts = minutelyCounts();

const room = {
  forbidden: 'The numbers are for editors and administrators.',
  failed: 'Who you are, or the numbers, cannot be found out right now.',
  event: 'staff.no_counts',
};

/** How many readers there are, for Studio's tool, which sends its editor's own token. Never who they are. */
export function GET(request: Request): Promise<Response> {
  return throughStaffDoor(request, room, async (_staff, now) => {
    const { timeZone } = await cachedSettings('en');
    return staffAnswer(await counts(database().db, timeZone, now));
  });
}
