import 'server-only';
import { database } from '#lib/db/database.ts';
import { overviewOf, sendingOf } from '#lib/staff/newsletter-overview.ts';
import { staffAnswer, throughStaffDoor } from '../staff-door.ts';
import { newsletterRoom } from './newsletter-desk.ts';

export const dynamic = 'force-dynamic';

/** How the newsletter stands, for Studio's tool; with `only=sending` the part that changes by itself. */
export function GET(request: Request): Promise<Response> {
  const only = new URL(request.url).searchParams.get('only');
  return throughStaffDoor(request, newsletterRoom, async (_staff, now) => {
    const { db } = database();
    return staffAnswer(only === 'sending' ? await sendingOf(db, now) : await overviewOf(db, now));
  });
}
