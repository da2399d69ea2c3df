import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { signatureOf } from '#lib/webhook/a-signed-body.ts';

/** A test's relays: each signs as the real one does. */
export const now = new Date('2026-01-15T17:00:00Z');
const ownKey = 'what our relay and we both know';
const mailgunKey = 'f3b1c6a79f0e4d2c8b5a7e6d1c0b9a88';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
export const sendGridKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
export const keys = { own: ownKey, mailgun: mailgunKey, sendGrid: sendGridKey };

const secondsOf = (moment: Date) => String(Math.floor(moment.getTime() / 1000));

export function fromOwn(content: unknown, at = now, key = ownKey) {
  const body = JSON.stringify(content);
  return { headers: new Headers({ 'mail-events-signature': signatureOf(body, key, at) }), body };
}

export function fromMailgun(event: object, at = now, token = 'a-token-of-fifty-letters-that-comes-once') {
  const timestamp = secondsOf(at);
  const signature = createHmac('sha256', mailgunKey)
    .update(timestamp + token)
    .digest('hex');
  const body = JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': event });
  return { headers: new Headers({ 'content-type': 'application/json' }), body };
}

export function fromSendGrid(events: unknown, at = now) {
  const timestamp = secondsOf(at);
  // SendGrid ends its bodies with a line break, which is signed, too.
  const body = `${JSON.stringify(events)}\r\n`;
  const signature = sign('sha256', Buffer.from(timestamp + body), privateKey).toString('base64');
  const headers = new Headers({
    'x-twilio-email-event-webhook-signature': signature,
    'x-twilio-email-event-webhook-timestamp': timestamp,
  });
  return { headers, body };
}
