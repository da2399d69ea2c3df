import 'server-only';
import { z } from 'zod';
import { actOnEdition, editionActionSchema } from '#lib/staff/act-on-edition.ts';
import { throughStaffDoor } from '../../staff-door.ts';
import { answerOutcome } from '../answer-outcome.ts';
import { newsletterRoom, openNewsletterDesk, readAsked, unknownEdition } from '../newsletter-desk.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ edition: string }> };

/** What an editor does to an edition. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return throughStaffDoor(request, newsletterRoom, async (staff, now) => {
    const { edition: id } = await params;
    if (!z.uuid().safeParse(id).success) return unknownEdition();
    const read = await readAsked(request, editionActionSchema);
    if (read.kind === 'refused') return read.refusal;
    return answerOutcome(
      await actOnEdition(await openNewsletterDesk(), { staff, id, asked: read.asked }, now),
    );
  });
}
