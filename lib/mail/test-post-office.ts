import { PgBoss } from 'pg-boss';
import { afterAll } from 'vitest';
import type { TestDatabase } from '#lib/db/test-database.ts';
import type { PostOffice } from './deliver.ts';
import { openSmtp } from './smtp-transport.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

export type TestClock = { now: Date };

/** A worker's parts on a real database and a real SMTP server, with a clock that stands still until it is set. */
export async function testPostOffice(
  database: TestDatabase,
): Promise<{ office: PostOffice; relay: TestRelay; clock: TestClock }> {
  const relay = await startTestRelay();
  const clock = { now: new Date('2026-01-15T17:00:00Z') };
  const jobs = new PgBoss({ connectionString: database.url, max: 2, supervise: false, schedule: false });
  await jobs.start();
  const transport = openSmtp(relay.url);
  afterAll(async () => {
    transport.close();
    await jobs.stop({ graceful: false });
    await relay.stop();
  });
  const office = {
    db: database.db,
    jobs,
    transport,
    siteUrl: 'https://news.example',
    mailFrom: 'desk@news.example',
    secret: 'a secret of at least 24 characters',
    senderFor: async () => ({
      siteName: 'Reef & Shore',
      fromName: 'Reef & Shore',
      postalLine: 'Avenida 5, Tulum',
    }),
    clock: () => clock.now,
  };
  return { office, relay, clock };
}
