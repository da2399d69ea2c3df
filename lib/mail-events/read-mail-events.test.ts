import { describe, expect, test } from 'vitest';
import { fromMailgun, fromOwn, fromSendGrid, keys, now, sendGridKey } from './a-provider.ts';
import { readMailEvents } from './read-mail-events.ts';

const deliveryId = '0b8a2c34-6f1d-4c1e-9a55-2f5b7c9d1e00';
const messageId = `${deliveryId}@news.example`;
const email = 'Maria@Example.com';
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

const read = ({ headers, body }: { headers: Headers; body: string }, given: Partial<typeof keys> = keys) =>
  readMailEvents(headers, body, { own: given.own, mailgun: given.mailgun, sendGrid: given.sendGrid }, now);
const events = (message: { headers: Headers; body: string }) => {
  const found = read(message);
  return found.kind === 'events' ? found.events : found;
};
const mail = { deliveryId, emailKey: 'maria@example.com' };
const dead = { kind: 'bounce', permanent: true, ...mail };
const notArrived = { kind: 'bounce', permanent: false, ...mail };
const complaint = { kind: 'complaint', permanent: false, ...mail };

describe('our own shape', () => {
  test('says bounces and complaints, by Message-ID, address or both', () => {
    const said = {
      events: [
        { kind: 'bounce', permanent: true, messageId: `<${messageId}>`, email },
        { kind: 'bounce', permanent: false, messageId, email },
        { kind: 'complaint', messageId },
        { kind: 'complaint', email },
      ],
    };
    expect(events(fromOwn(said))).toEqual([
      dead,
      notArrived,
      { ...complaint, emailKey: null },
      { ...complaint, deliveryId: null },
    ]);
  });

  test.each([
    [{ events: [] }],
    [{ events: [{ kind: 'bounce', email }] }],
    [{ events: [{ kind: 'complaint' }] }],
    [{ events: [{ kind: 'opened', email }] }],
    [[{ kind: 'complaint', email }]],
    ['complaint'],
  ])('anything else is told so: %j', (said) => {
    expect(read(fromOwn(said))).toEqual({ kind: 'not events' });
  });
});

describe('Mailgun', () => {
  const event = (more: object) => ({
    recipient: email,
    message: { headers: { 'message-id': messageId } },
    ...more,
  });
  test.each([
    [{ event: 'complained' }, [complaint]],
    [{ event: 'failed', severity: 'permanent', reason: 'bounce' }, [dead]],
    [{ event: 'failed', severity: 'permanent', reason: 'suppress-bounce' }, [dead]],
    [{ event: 'failed', severity: 'permanent', reason: 'suppress-complaint' }, [complaint]],
    [{ event: 'failed', severity: 'permanent', reason: 'old' }, [notArrived]],
    [{ event: 'failed', severity: 'permanent', reason: 'espblock' }, [notArrived]],
    [{ event: 'failed', severity: 'temporary', reason: 'generic' }, []],
    [{ event: 'delivered' }, []],
  ])('%j', (more, expected) => {
    expect(events(fromMailgun(event(more)))).toEqual(expected);
  });

  test('a body without an event is told so', () => {
    expect(read(fromMailgun({ hello: 'world' }))).toEqual({ kind: 'not events' });
  });
});

describe('SendGrid', () => {
  const event = (more: object) => ({ email, 'smtp-id': `<${messageId}>`, sg_event_id: 'x', ...more });
  test('of a batch what matters is taken, the rest passed over', () => {
    const batch = [
      event({ event: 'processed' }),
      event({ event: 'bounce', type: 'bounce' }),
      event({ event: 'bounce', type: 'blocked' }),
      event({ event: 'dropped', reason: 'Bounced Address' }),
      event({ event: 'dropped', reason: 'Invalid SMTPAPI header' }),
      event({ event: 'dropped', reason: 'Spam Reporting Address' }),
      event({ event: 'spamreport' }),
      { event: 7 },
      null,
    ];
    expect(events(fromSendGrid(batch))).toEqual([dead, notArrived, dead, notArrived, complaint, complaint]);
  });

  test('a body that is no batch is told so', () => {
    expect(read(fromSendGrid({ event: 'bounce' }))).toEqual({ kind: 'not events' });
  });
});

const senders = {
  own: (at = now) => fromOwn({ events: [{ kind: 'complaint', email }] }, at),
  mailgun: (at = now) => fromMailgun({ event: 'complained', recipient: email }, at),
  sendGrid: (at = now) => fromSendGrid([{ event: 'spamreport', email }], at),
};

describe.each(Object.entries(senders))('%s is refused', (kind, from) => {
  test('without a key, by one of the others, too late and too early', () => {
    expect(read(from()).kind).toBe('events');
    expect(read(from(), { ...keys, [kind]: undefined })).toEqual({ kind: 'refused', because: 'no key' });
    for (const moment of [hours(-13), hours(1)])
      expect(read(from(moment))).toEqual({ kind: 'refused', because: 'out of time' });
  });

  test('with a changed signature', () => {
    const { headers, body } = from();
    const changed = (text: string) =>
      text.replace(/(.)(.{30})$/, (_, letter, end) => `${letter === '0' ? '1' : '0'}${end}`);
    for (const name of [...headers.keys()].filter((one) => one.endsWith('signature')))
      headers.set(name, changed(headers.get(name) ?? ''));
    const ofMailgun = body.replace(/(?<="signature":"[0-9a-f]{20})./, (letter) =>
      letter === '0' ? '1' : '0',
    );
    expect(read({ headers, body: ofMailgun })).toEqual({ kind: 'refused', because: 'forged' });
  });
});

test('our own shape is good for five minutes', () => {
  expect(read(senders.own(hours(-4 / 60))).kind).toBe('events');
  expect(read(senders.own(hours(-6 / 60)))).toEqual({ kind: 'refused', because: 'out of time' });
});

test('a body that nobody signed, or with half of SendGrid’s headers, is refused', () => {
  const body = JSON.stringify({ events: [{ kind: 'complaint', email }] });
  expect(read({ headers: new Headers(), body })).toEqual({ kind: 'refused', because: 'unsigned' });
  expect(read({ headers: new Headers(), body: '{' })).toEqual({ kind: 'refused', because: 'unsigned' });
  const { headers, body: signed } = senders.sendGrid();
  headers.delete('x-twilio-email-event-webhook-timestamp');
  expect(read({ headers, body: signed })).toEqual({ kind: 'refused', because: 'unsigned' });
});

test('SendGrid’s public key is no secret: what is signed with it in our own way is forged', () => {
  const content = { events: [{ kind: 'complaint', email }] };
  expect(read(fromOwn(content, now, sendGridKey))).toEqual({ kind: 'refused', because: 'forged' });
});

test('the receipt is what a replay cannot change', () => {
  const receiptOf = (found: ReturnType<typeof read>) =>
    found.kind === 'events' ? found.receipt : found.kind;
  const first = fromMailgun({ event: 'complained', recipient: email });
  const other = fromMailgun({ event: 'complained', recipient: 'somebody@example.com' });
  expect(receiptOf(read(first))).toBe(receiptOf(read(other)));
  // ECDSA signs the same in many ways.
  const [one, two] = [senders.sendGrid(), senders.sendGrid()];
  expect(one.headers.get('x-twilio-email-event-webhook-signature')).not.toBe(
    two.headers.get('x-twilio-email-event-webhook-signature'),
  );
  expect(receiptOf(read(one))).toBe(receiptOf(read(two)));
});
