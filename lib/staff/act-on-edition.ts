import { z } from 'zod';
import { getScheduledLists } from '#lib/content/scheduled-lists-query.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import {
  type DeliveryAction,
  pauseEdition,
  resumeEdition,
  retryFailed,
} from '#lib/mail/edition-delivery-actions.ts';
import {
  cancelEdition,
  holdEdition,
  releaseEdition,
  type SendOutcome,
  sendEditionNow,
} from '#lib/newsletter/edition-actions.ts';
import { findEdition } from '#lib/newsletter/edition-store.ts';
import type { Staff } from './ask-lake.ts';
import { sendTestEdition, type TestDesk, type TestOutcome } from './send-test-edition.ts';

const reason = 'by an editor';

/** What an editor may do to an edition; `typed` is the List's title, so that nobody sends by a slip of the hand. */
export const editionActionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('hold') }),
  z.object({ action: z.literal('release') }),
  z.object({ action: z.literal('cancel') }),
  z.object({ action: z.literal('send-now'), typed: z.string() }),
  z.object({ action: z.literal('pause') }),
  z.object({ action: z.literal('resume') }),
  z.object({ action: z.literal('retry') }),
  z.object({ action: z.literal('test'), language: languageSchema, access: z.enum(['full', 'preview']) }),
]);
type EditionAction = z.infer<typeof editionActionSchema>;

export type EditionOutcome = SendOutcome | DeliveryAction | TestOutcome | { kind: 'wrong title' };

export async function actOnEdition(
  desk: TestDesk,
  { staff, id, asked }: { staff: Staff; id: string; asked: EditionAction },
  now: Date,
): Promise<EditionOutcome> {
  log.info({ event: 'staff.newsletter', action: asked.action, editionId: id, userId: staff.userId });
  const { db, jobs } = desk;
  switch (asked.action) {
    case 'hold':
      return holdEdition(db, id, reason);
    case 'release':
      return releaseEdition(db, id);
    case 'cancel':
      return cancelEdition(db, id, reason, now);
    case 'send-now':
      return sendTyped(desk, id, asked.typed, now);
    case 'pause':
      return pauseEdition(db, id, reason);
    case 'resume':
      return resumeEdition(db, jobs, id);
    case 'retry':
      return retryFailed(db, jobs, id, now);
    case 'test':
      return sendTestEdition(desk, { staff, id, language: asked.language, access: asked.access }, now);
    default:
      return asked satisfies never;
  }
}

async function sendTyped(desk: TestDesk, id: string, typed: string, now: Date): Promise<EditionOutcome> {
  const edition = await findEdition(desk.db, id);
  if (!edition) return { kind: 'unknown' };
  const list = (await getScheduledLists()).find((one) => one.id === edition.listId);
  if (!list) return { kind: 'no such list' };
  if (typed.trim() !== list.titles.en.trim()) return { kind: 'wrong title' };
  return sendEditionNow(desk, id, now);
}
