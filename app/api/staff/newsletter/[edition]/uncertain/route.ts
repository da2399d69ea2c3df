import 'server-only';
import { z } from 'zod';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { decideUncertain, listUncertain } from '#lib/mail/edition-delivery-actions.ts';
import { mailJobs } from '#lib/mail/mail-jobs.ts';
import { maskedAddress } from '#lib/subscribers/masked-address.ts';
import { staffAnswer, staffRefusal, throughStaffDoor } from '../../../staff-door.ts';
import { answerOutcome } from '../../answer-outcome.ts';
import { newsletterRoom, readAsked, unknownEdition } from '../../newsletter-desk.ts';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ edition: string }> };

const most = 100;

const decisionSchema = z.object({
  deliveryIds: z.array(z.uuid()).min(1).max(most),
  decision: z.enum(['sent', 'again']),
});

/** Mails of which nobody knows whether they arrived; of their readers as much as tells them apart. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return throughStaffDoor(request, newsletterRoom, async () => {
    const { edition: id } = await params;
    if (!z.uuid().safeParse(id).success) return unknownEdition();
    const after = z.uuid().nullable().safeParse(new URL(request.url).searchParams.get('after'));
    if (!after.success) return staffRefusal(400, 'A page begins after a delivery’s id.');
    const rows = await listUncertain(database().db, id, { after: after.data, most: most + 1 });
    const deliveries = rows.slice(0, most).map(({ id: deliveryId, email, handedOverAt }) => ({
      ...{ id: deliveryId, address: maskedAddress(email) },
      handedOverAt: handedOverAt?.toISOString() ?? null,
    }));
    return staffAnswer({ deliveries, hasMore: rows.length > most });
  });
}

/** A person has found out, or takes it upon themselves. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return throughStaffDoor(request, newsletterRoom, async ({ userId }, now) => {
    const { edition: editionId } = await params;
    if (!z.uuid().safeParse(editionId).success) return unknownEdition();
    const read = await readAsked(request, decisionSchema);
    if (read.kind === 'refused') return read.refusal;
    const { deliveryIds, decision } = read.asked;
    log.info({ event: 'staff.newsletter', action: `uncertain ${decision}`, editionId, userId });
    const asked = {
      editionId,
      deliveryIds,
      decision: decision === 'again' ? 'send again' : decision,
    } as const;
    return answerOutcome(await decideUncertain(database().db, await mailJobs(), asked, now));
  });
}
