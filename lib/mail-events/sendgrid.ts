import { createHash, createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '#lib/webhook/parse-json.ts';
import { type MailEvent, type ReadEvents, whichMail } from './mail-event.ts';
import { isTimely } from './provider-clock.ts';

export const sendGridHeaders = {
  signature: 'x-twilio-email-event-webhook-signature',
  timestamp: 'x-twilio-email-event-webhook-timestamp',
} as const;

type Signed = { signature: string; timestamp: string | null; body: string };

const eventSchema = z.object({
  event: z.string(),
  email: z.string().optional(),
  type: z.string().optional(),
  reason: z.string().optional(),
  'smtp-id': z.string().optional(),
});

/** SendGrid's signed event webhook: ECDSA over moment and body, by a public key that its settings page shows. */
export function readSendGrid(signed: Signed, key: string | undefined, now: Date): ReadEvents {
  const { signature, timestamp, body } = signed;
  if (timestamp === null || !/^\d{10}$/.test(timestamp)) return { kind: 'refused', because: 'unsigned' };
  if (key === undefined) return { kind: 'refused', because: 'no key' };
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  const said = Buffer.from(timestamp + body);
  if (!verify('sha256', said, publicKey, Buffer.from(signature, 'base64'))) {
    return { kind: 'refused', because: 'forged' };
  }
  if (!isTimely(Number(timestamp), now)) return { kind: 'refused', because: 'out of time' };
  const rows = z.array(z.unknown()).safeParse(parseJson(body));
  if (!rows.success) return { kind: 'not events' };
  const events = rows.data.flatMap((row) => {
    const parsed = eventSchema.safeParse(row);
    const event = parsed.success ? eventOf(parsed.data) : null;
    return event ? [event] : [];
  });
  // Not the signature: of this kind anybody can write one differently that holds as well.
  return {
    kind: 'events',
    events,
    receipt: `sendgrid ${createHash('sha256').update(said).digest('base64url')}`,
  };
}

function eventOf({ event, email, type, reason, ...rest }: z.infer<typeof eventSchema>): MailEvent | null {
  const mail = whichMail({ email, messageId: rest['smtp-id'] });
  const complaint: MailEvent = { kind: 'complaint', permanent: false, ...mail };
  switch (event) {
    case 'spamreport':
      return complaint;
    case 'bounce':
      return { kind: 'bounce', permanent: type !== 'blocked', ...mail };
    case 'dropped':
      if (reason === 'Spam Reporting Address') return complaint;
      return { kind: 'bounce', permanent: reason === 'Bounced Address' || reason === 'Invalid', ...mail };
    default:
      return null;
  }
}
