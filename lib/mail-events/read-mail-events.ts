import { parseJson } from '#lib/webhook/parse-json.ts';
import { verifySignature } from '#lib/webhook/verify-signature.ts';
import { mailEventsSchema, type ReadEvents } from './mail-event.ts';
import { readMailgun } from './mailgun.ts';
import { readSendGrid, sendGridHeaders } from './sendgrid.ts';

/** Who may speak: one key for each kind of sender. A kind without a key is refused. */
export type MailEventKeys = {
  own: string | undefined;
  mailgun: string | undefined;
  sendGrid: string | undefined;
};

const ownSignatureHeader = 'mail-events-signature';

/**
 * Reads a message of bounces and complaints, in our own shape or a provider's, after its signature. Which kind it is
 * decides its key: what one key is good for, no other kind takes.
 */
export function readMailEvents(headers: Headers, body: string, keys: MailEventKeys, now: Date): ReadEvents {
  const signature = headers.get(sendGridHeaders.signature);
  if (signature !== null) {
    const timestamp = headers.get(sendGridHeaders.timestamp);
    return readSendGrid({ signature, timestamp, body }, keys.sendGrid, now);
  }
  const own = headers.get(ownSignatureHeader);
  return own === null ? readMailgun(parseJson(body), keys.mailgun, now) : readOwn(own, body, keys.own, now);
}

function readOwn(header: string, body: string, key: string | undefined, now: Date): ReadEvents {
  if (key === undefined) return { kind: 'refused', because: 'no key' };
  const verdict = verifySignature(header, body, key, now);
  if (verdict.kind === 'refused') return verdict;
  const parsed = mailEventsSchema.safeParse(parseJson(body));
  if (!parsed.success) return { kind: 'not events' };
  return { kind: 'events', events: parsed.data.events, receipt: `mail-events ${verdict.signature}` };
}
