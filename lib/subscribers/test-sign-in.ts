import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import { deliveries, sessions, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { deliver } from '#lib/mail/deliver.ts';
import { testPostOffice } from '#lib/mail/test-post-office.ts';
import { askToSignIn } from './ask-sign-in.ts';
import { signInByCode, signInByLink } from './sign-in.ts';
import { signInRequestSchema } from './sign-in-request.ts';

type State = 'pending' | 'confirmed' | 'unsubscribed' | 'suppressed';

/** A sign-in from the form to the session, with a real database, worker and SMTP server, and a clock that is set. */
export async function testSignIn() {
  const database = await testDatabase();
  const { db, pool } = database;
  const { office, relay, clock } = await testPostOffice(database);
  const { jobs, secret } = office;
  const desk = { db, jobs, wake: () => undefined, secret, limitsFactor: 1 };
  const start = clock.now;
  const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
  const days = (count: number) => minutes(count * 1440);

  beforeEach(async () => {
    await db.delete(subscribers);
    clock.now = start;
    relay.mails.length = 0;
  });

  async function subscribed(state: State = 'confirmed') {
    const id = randomUUID();
    const email = `${id}@example.com`;
    const confirmedAt = state === 'pending' ? null : days(-100);
    const row = { id, email, emailKey: email, state, confirmedAt, createdAt: days(-101) };
    await db.insert(subscribers).values({ ...row, language: 'en' });
    return { id, email };
  }

  async function ask(email: string, now = start, network = email) {
    const wish = signInRequestSchema.parse({ email, language: 'en', source: '/articles/reef' });
    const result = await askToSignIn(desk, { ...wish, network }, now);
    if (result.kind !== 'accepted') throw new Error(result.kind);
    return result.handle;
  }

  /** Lets the worker hand over what is queued, and reads the last mail as its reader does. */
  async function mailNow() {
    const queued = await db.select().from(deliveries).where(eq(deliveries.state, 'queued'));
    for (const { id } of queued) await deliver(office, id);
    const source = (relay.mails.at(-1)?.source ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
    return {
      subject: /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? '',
      token: /sign-in\?token=([\w-]{43})/.exec(source)?.[1] ?? '',
      code: /^(\d{6})\r?$/m.exec(source)?.[1] ?? '',
    };
  }

  const press = (session: string | null) => ({ session, device: 'Firefox on Linux' });
  return {
    ...{ db, pool, desk, relay, clock, start, minutes, days, subscribed, ask, mailNow },
    byCode: (handle: string, code: string, now = start, session: string | null = null) =>
      signInByCode(db, { ...press(session), handle, code, secret }, now),
    byLink: (token: string, now = start, session: string | null = null) =>
      signInByLink(db, { ...press(session), token }, now),
    sessionsOf: (subscriberId: string) =>
      db.select().from(sessions).where(eq(sessions.subscriberId, subscriberId)),
  };
}
