import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll } from 'vitest';
import { deliveries, editionRenderings, editions, subscriberLists, subscribers } from '#lib/db/schema.ts';
import type { TestDatabase } from '#lib/db/test-database.ts';
import { recipientToken } from '#lib/newsletter/edition-content.ts';
import { editionMessage } from './edition-message.ts';
import type { NewsletterOffice } from './newsletter-office.ts';
import { openLine } from './smtp-line.ts';
import { smtpSettings } from './smtp-settings.ts';
import { startTestRelay } from './test-relay.ts';

const lines = 3;
const secret = 'a secret of at least 24 characters';

/** A frozen edition of the list `daily` to so many confirmed readers, as the plan leaves it. */
export async function frozenEdition({ db }: Pick<TestDatabase, 'db'>, readers: number, now: Date) {
  const editionId = randomUUID();
  await db.insert(editions).values({
    ...{ id: editionId, key: `digest:daily:${editionId}`, kind: 'digest', listId: 'daily', language: 'en' },
    ...{ state: 'sending', articleIds: [], dueAt: now, createdAt: now, frozenAt: now, audience: readers },
  });
  for (const language of ['en', 'es'] as const) {
    await db.insert(editionRenderings).values({
      ...{ editionId, language, access: 'full', subject: `News in ${language}` },
      ...{ html: `<a href="https://news.example/unsubscribe?token=${recipientToken}">x</a>`, text: 'News' },
    });
  }
  const people = Array.from({ length: readers }, (_, number) => {
    const id = randomUUID();
    const email = `reader-${number}-${id.slice(0, 8)}@example.com`;
    return { id, email, emailKey: email, language: number % 2 ? ('es' as const) : ('en' as const) };
  });
  const since = { state: 'confirmed', createdAt: now, confirmedAt: now } as const;
  await db.insert(subscribers).values(people.map((one) => ({ ...one, ...since })));
  await db
    .insert(subscriberLists)
    .values(people.map(({ id }) => ({ subscriberId: id, listId: 'daily', chosenAt: now })));
  await db.insert(deliveries).values(
    people.map(({ id, language }, number) => ({
      ...{ id: randomUUID(), purpose: 'newsletter' as const, subscriberId: id, editionId, language },
      // In the order of the readers, so that a test knows who is next.
      ...{ state: 'queued' as const, createdAt: now, dueAt: new Date(now.getTime() - readers + number) },
    })),
  );
  return { editionId, people };
}

/** Two workers' parts that send newsletters, on a real database and a real relay, with a clock that stands still. */
export async function testNewsletters(database: TestDatabase) {
  const relay = await startTestRelay();
  const clock = { now: new Date('2026-01-15T17:00:00Z') };
  const opened: NewsletterOffice[] = [];

  function openOffice(changed: Partial<NewsletterOffice> & { patienceMs?: number } = {}): NewsletterOffice {
    const { connection, account } = smtpSettings(relay.url);
    const settings = { account, connection: { ...connection, socketTimeout: changed.patienceMs ?? 60_000 } };
    const about = { secret, siteUrl: 'https://news.example', mailFrom: 'desk@news.example', dkim: null };
    const office: NewsletterOffice = {
      ...{ db: database.db, pool: database.pool, ...about },
      senderFor: async () => ({ siteName: 'Reef', fromName: 'Reef & Shore', postalLine: null }),
      clock: () => clock.now,
      lines: Array.from({ length: lines }, () => openLine(settings)),
      pace: null,
      messageOf: editionMessage(about),
      isHeldBack: async () => false,
      stopping: new AbortController().signal,
      ...changed,
    };
    opened.push(office);
    return office;
  }
  afterAll(async () => {
    for (const office of opened) for (const line of office.lines) line.close();
    await relay.stop();
  });

  const rowsOf = (editionId: string) =>
    database.db
      .select()
      .from(deliveries)
      .where(eq(deliveries.editionId, editionId))
      .orderBy(asc(deliveries.createdAt), asc(deliveries.dueAt));
  const addressees = () => relay.mails.map(({ to }) => to.join()).sort();
  const later = (milliseconds: number) => {
    clock.now = new Date(clock.now.getTime() + milliseconds);
  };
  return { relay, clock, openOffice, rowsOf, addressees, later };
}
