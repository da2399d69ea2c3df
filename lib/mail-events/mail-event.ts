import { z } from 'zod';
import { emailAddressSchema } from '#lib/subscribers/email-address.ts';

/**
 * What a relay says about a mail that it had accepted. `permanent`: this mailbox will never take mail, so that the
 * address is not used again; else only this one mail did not arrive.
 */
export type MailEvent = {
  kind: 'bounce' | 'complaint';
  permanent: boolean;
  /** The id of our Delivery, by its Message-ID. */
  deliveryId: string | null;
  emailKey: string | null;
};

/** Events that were signed, and what their sender can be known by if the same message comes again. */
export type ReadEvents =
  | { kind: 'events'; events: MailEvent[]; receipt: string }
  | { kind: 'refused'; because: 'no key' | 'unsigned' | 'forged' | 'out of time' }
  | { kind: 'not events' };

const uuid = z.uuid();

/** Our own Message-IDs are `<delivery@domain>`; providers give them with or without brackets. */
export function whichMail(named: {
  messageId?: string | undefined;
  email?: string | undefined;
}): Pick<MailEvent, 'deliveryId' | 'emailKey'> {
  const id = uuid.safeParse(named.messageId?.replace(/^\s*<|>\s*$/g, '').split('@')[0]);
  const email = emailAddressSchema.safeParse(named.email);
  return { deliveryId: id.success ? id.data : null, emailKey: email.success ? email.data.key : null };
}

const names = { messageId: z.string().max(1000).optional(), email: z.string().max(1000).optional() };
const eventSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('bounce'), permanent: z.boolean(), ...names }),
    z.object({ kind: z.literal('complaint'), ...names }),
  ])
  .refine(({ messageId, email }) => messageId !== undefined || email !== undefined)
  .transform(
    (event): MailEvent => ({
      kind: event.kind,
      permanent: event.kind === 'bounce' && event.permanent,
      ...whichMail(event),
    }),
  );

/** Our own shape, for relays that speak neither of the others; documented in docs/operations.md. */
export const mailEventsSchema = z.object({ events: z.array(eventSchema).min(1).max(5000) });
