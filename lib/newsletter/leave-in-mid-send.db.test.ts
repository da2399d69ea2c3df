import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { editions, subscribers, suppressions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { deliverBatch } from '#lib/mail/deliver-batch.ts';
import { editionStrain } from '#lib/mail/edition-strain.ts';
import { frozenEdition, testNewsletters } from '#lib/mail/test-newsletters.ts';
import type { MailEvent } from '#lib/mail-events/mail-event.ts';
import { takeMailEvents } from '#lib/mail-events/take-mail-events.ts';
import { chooseLists } from '#lib/subscribers/choose-lists.ts';
import { chooseNewsletters } from './choose-newsletters.ts';
import { leaveAll, leaveList, undoLeaving } from './leave.ts';
import { openNewsletterToken } from './newsletter-token.ts';

const database = await testDatabase();
const { db } = database;
const { relay, clock, openOffice, rowsOf, addressees } = await testNewsletters(database);
const now = clock.now;
const office = openOffice();
const send = (editionId: string) => deliverBatch(office, editionId, editionStrain());
const someMails = () => vi.waitFor(() => expect(relay.mails.length).toBeGreaterThan(5));

beforeEach(async () => {
  await db.delete(editions);
  await db.delete(subscribers);
  await db.delete(suppressions);
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

type Holder = { subscriberId: string; editionId: string };

/** Each verb that ends a newsletter. */
const waysToLeave = [
  (holder: Holder) => leaveAll(db, holder, null, now),
  (holder: Holder) => leaveList(db, holder, 'daily', now),
  ({ subscriberId }: Holder) =>
    chooseNewsletters(db, subscriberId, { listIds: ['weekly'], language: 'en' }, now),
  ({ subscriberId }: Holder) => chooseLists(db, subscriberId, [], now),
];

test('whoever leaves in mid-send, by whichever way, gets no mail after that has returned', async () => {
  const { editionId, people } = await frozenEdition(database, 60, now);
  relay.behave({ kind: 'slow', ms: 20 });
  const sending = send(editionId);
  await someMails();
  const leaving = people.slice(-40);
  await Promise.all(
    leaving.map(({ id }, turn) => waysToLeave[turn % waysToLeave.length]?.({ subscriberId: id, editionId })),
  );
  const rows = await rowsOf(editionId);
  const handedOver = new Set(rows.filter((row) => row.handedOverAt).map((row) => row.subscriberId));
  await sending;
  const got = new Set(addressees());
  const after = leaving.filter(({ id, email }) => got.has(email) && !handedOver.has(id));
  expect(after).toEqual([]);
  const dropped = (await rowsOf(editionId)).filter(({ state }) => state === 'dropped');
  expect(dropped.length).toBeGreaterThanOrEqual(leaving.length - handedOver.size);
  expect(dropped.length + got.size).toBe(people.length);
  for (const { email } of people.slice(0, 20)) expect(got).toContain(email);
});

test('whoever takes it back before their turn gets the mail once; after it, not this one any more', async () => {
  const { editionId, people } = await frozenEdition(database, 60, now);
  relay.behave({ kind: 'slow', ms: 20 });
  const [early, late] = [people.at(-1), people.at(-2)];
  if (!early || !late) throw new Error('Nobody is there');
  const leave = async ({ id }: { id: string }) => {
    const left = await leaveAll(db, { subscriberId: id, editionId }, null, now);
    if (left.kind !== 'left') throw new Error('There was nothing to leave');
    return left.id;
  };
  const leavings = { early: await leave(early), late: await leave(late) };
  const sending = send(editionId);
  await someMails();
  await undoLeaving(db, early.id, leavings.early, now);
  await sending;
  await undoLeaving(db, late.id, leavings.late, now);
  await send(editionId);
  const timesOf = (email: string) => addressees().filter((to) => to === email).length;
  expect(timesOf(early.email)).toBe(1);
  expect(timesOf(late.email)).toBe(0);
});

test('whoever joins in mid-send gets nothing of this edition', async () => {
  const { editionId } = await frozenEdition(database, 20, now);
  relay.behave({ kind: 'slow', ms: 20 });
  const sending = send(editionId);
  await someMails();
  const id = randomUUID();
  const email = `joins-${id}@example.com`;
  const row = { id, email, emailKey: email, state: 'confirmed', language: 'en', createdAt: now } as const;
  await db.insert(subscribers).values({ ...row, confirmedAt: now });
  await chooseLists(db, id, ['daily'], now);
  await sending;
  await send(editionId);
  expect(addressees()).toHaveLength(20);
  expect(addressees()).not.toContain(email);
});

test('by the link of the very mail one leaves; a complaint about it, by its Message-ID, ends the next edition', async () => {
  const { editionId, people } = await frozenEdition(database, 2, now);
  await send(editionId);
  const [left, complains] = people;
  const mailTo = (email = '') => relay.mails.find(({ to }) => to[0] === email)?.source ?? '';
  const token = /^List-Unsubscribe: .*token=([\w-]{68})/m.exec(mailTo(left?.email))?.[1] ?? '';
  const holder = openNewsletterToken(office.secret, token);
  if (!holder) throw new Error('The mail has no link to leave by');
  expect(await leaveAll(db, holder, null, now)).toMatchObject({ kind: 'left' });
  const deliveryId = /^Message-ID: <([^@]+)@/im.exec(mailTo(complains?.email))?.[1] ?? '';
  const event: MailEvent = { kind: 'complaint', permanent: false, deliveryId, emailKey: null };
  const told = { kind: 'events' as const, events: [event], receipt: 'complaint' };
  expect(await takeMailEvents(db, office.secret, told, now)).toMatchObject({ complaints: 1 });
  const states = (await db.select().from(subscribers)).map(({ id, state }) => [id, state]);
  expect(states.sort()).toEqual(
    [
      [left?.id, 'unsubscribed'],
      [complains?.id, 'suppressed'],
    ].sort(),
  );
});
