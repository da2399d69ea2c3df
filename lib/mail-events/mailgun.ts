import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type MailEvent, type ReadEvents, whichMail } from './mail-event.ts';
import { isTimely } from './provider-clock.ts';

const signedSchema = z.object({
  signature: z.object({
    timestamp: z.coerce.string().regex(/^\d{10}$/),
    token: z.string().min(20).max(200),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

const eventSchema = z.object({
  'event-data': z.object({
    event: z.string(),
    severity: z.string().optional(),
    reason: z.string().optional(),
    recipient: z.string().optional(),
    message: z.object({ headers: z.object({ 'message-id': z.string().optional() }).optional() }).optional(),
  }),
});

/**
 * Mailgun's webhooks: the signature stands in the body and covers moment and token only, not the event. So the token is
 * the receipt: with one that was used nobody can bring another event.
 */
export function readMailgun(body: unknown, key: string | undefined, now: Date): ReadEvents {
  const signed = signedSchema.safeParse(body);
  if (!signed.success) return { kind: 'refused', because: 'unsigned' };
  if (key === undefined) return { kind: 'refused', because: 'no key' };
  const { timestamp, token, signature } = signed.data.signature;
  const expected = createHmac('sha256', key).update(`${timestamp}${token}`).digest();
  if (!timingSafeEqual(Buffer.from(signature, 'hex'), expected))
    return { kind: 'refused', because: 'forged' };
  if (!isTimely(Number(timestamp), now)) return { kind: 'refused', because: 'out of time' };
  const parsed = eventSchema.safeParse(body);
  if (!parsed.success) return { kind: 'not events' };
  const event = eventOf(parsed.data['event-data']);
  return { kind: 'events', events: event ? [event] : [], receipt: `mailgun ${token}` };
}

type MailgunEvent = z.infer<typeof eventSchema>['event-data'];

function eventOf({ event, severity, reason, recipient, message }: MailgunEvent): MailEvent | null {
  const mail = whichMail({ email: recipient, messageId: message?.headers?.['message-id'] });
  if (event === 'complained') return { kind: 'complaint', permanent: false, ...mail };
  if (event !== 'failed' || severity !== 'permanent') return null;
  if (reason === 'suppress-complaint') return { kind: 'complaint', permanent: false, ...mail };
  // Others say that Mailgun gave up, or that the sender was refused: nothing about the mailbox.
  return { kind: 'bounce', permanent: reason === 'bounce' || reason === 'suppress-bounce', ...mail };
}
