import 'server-only';
import { z } from 'zod';
import { log } from '#lib/log.ts';
import { sendCorrection } from '#lib/newsletter/edition-actions.ts';
import { staffRefusal, throughStaffDoor } from '../../staff-door.ts';
import { answerOutcome } from '../answer-outcome.ts';
import { newsletterRoom, openNewsletterDesk, readAsked } from '../newsletter-desk.ts';

export const dynamic = 'force-dynamic';

const documentId = z.string().regex(/^[A-Za-z0-9_.-]{1,128}$/);
const correctionSchema = z.object({
  articleId: documentId,
  listId: documentId,
  correctionDate: z.string().min(1).max(40),
});

/** Mails a correction of an article on purpose, once for each List. */
export function POST(request: Request): Promise<Response> {
  return throughStaffDoor(request, newsletterRoom, async ({ userId }, now) => {
    const read = await readAsked(request, correctionSchema);
    if (read.kind === 'refused') return read.refusal;
    log.info({ event: 'staff.newsletter', action: 'correction', userId, ...read.asked });
    const outcome = await sendCorrection(await openNewsletterDesk(), read.asked, now);
    return outcome.kind === 'unknown'
      ? staffRefusal(404, 'There is no such correction, or the list is in another language.')
      : answerOutcome(outcome);
  });
}
