import { setTimeout as pause } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { config } from '#lib/config.ts';
import { openDatabase } from '#lib/db/database.ts';
import { migrate } from '#lib/db/migrate.ts';
import { log } from '#lib/log.ts';
import type { EditionPress } from '#lib/newsletter/freeze-edition.ts';
import { openPlanner } from '#lib/newsletter/open-planner.ts';
import { renderEdition } from '#lib/newsletter/render-edition.ts';
import { watchDesk } from '#lib/newsletter/watch-desk.ts';
import { compareEveryMs, openIndexer } from '#lib/search/open-indexer.ts';
import { deliver, type PostOffice } from './deliver.ts';
import { dkimKey } from './dkim.ts';
import { type DeliverJob, deliverQueue } from './mail-jobs.ts';
import { openNewsletters } from './open-newsletters.ts';
import { senderSettings } from './sender-settings.ts';
import { openSmtp, smtpConnections } from './smtp-transport.ts';
import { clearOldRecords, sweepOutbox } from './tend-outbox.ts';
import { heedCalls } from './wake-store.ts';

const sweepEveryMs = 10_000;
const clearEveryMs = 3_600_000;
/** Rung for by each change of an article, too: this is for what the clock brings. */
const planEveryMs = 10_000;

const stopping = new AbortController();
const stopped = () => stopping.signal.aborted;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    // Asked twice, the operator does not want to wait for what is in hand.
    if (stopped()) process.exit(1);
    stopping.abort();
  });
}

/** Waits, unless the program is told to stop. */
async function rest(milliseconds: number): Promise<void> {
  await pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined);
}

/** Tries until it works: a database that is not up yet is no reason to end. */
async function untilItWorks(what: string, act: () => Promise<unknown>): Promise<void> {
  for (let wait = 1000; !stopped(); wait = Math.min(wait * 2, 10_000)) {
    try {
      await act();
      return;
    } catch (error) {
      log.warn({ event: 'worker.waiting', what, err: error });
      await rest(wait);
    }
  }
}

async function every(
  milliseconds: number,
  what: string,
  act: () => Promise<void>,
  pauseFor = rest,
): Promise<void> {
  while (!stopped()) {
    await act().catch((error: unknown) => log.warn({ event: 'worker.trouble', what, err: error }));
    await pauseFor(milliseconds);
  }
}

/** One who takes a few jobs at a time, the next at once while there are more. Rows left behind by a stop are swept. */
function takeJobs(jobs: PgBoss, office: PostOffice): Promise<string> {
  const work = { batchSize: 4, burstWhenBatchFull: true, pollingIntervalSeconds: 1 };
  return jobs.work<DeliverJob>(deliverQueue, work, async (batch) => {
    for (const { data } of batch) if (!stopped()) await deliver(office, data.deliveryId);
  });
}

async function main(): Promise<void> {
  const settings = config();
  const { DATABASE_URL, SMTP_URL, SITE_URL, MAIL_FROM, SESSION_SECRET } = settings;
  await untilItWorks('migration', () => migrate(DATABASE_URL));

  const jobs = new PgBoss({
    connectionString: DATABASE_URL,
    max: 4,
    superviseIntervalSeconds: 10,
    schedule: false,
  });
  jobs.on('error', (error) => log.warn({ event: 'jobs.error', err: error }));
  await untilItWorks('jobs', () => jobs.start());

  const database = openDatabase(DATABASE_URL);
  const { db, close } = database;
  const transport = openSmtp(SMTP_URL, dkimKey(settings));
  const office: PostOffice = {
    db,
    jobs,
    transport,
    siteUrl: SITE_URL,
    mailFrom: MAIL_FROM,
    secret: SESSION_SECRET,
    senderFor: senderSettings(),
    clock: () => new Date(),
  };
  const press: EditionPress = {
    db,
    jobs,
    render: (content, language) => renderEdition(content, language, { siteUrl: SITE_URL }),
  };
  // A restored database must not send on before anybody has looked at it.
  await untilItWorks('desk', () => watchDesk(db, office.clock()));
  const newsletters = openNewsletters(office, database, settings, stopping.signal);
  const hands: string[] = [];
  await untilItWorks('work', async () => {
    // The sweep has one mail in hand at a time; with the jobs' there are never more than connections.
    while (hands.length < smtpConnections - 1) hands.push(await takeJobs(jobs, office));
    hands.push(await newsletters.takeJobs(jobs));
  });
  const callHands = () => {
    for (const hand of hands) jobs.notifyWorker(hand);
  };
  const planner = openPlanner(press, office.clock, stopping.signal);
  const indexer = openIndexer(db, office.clock, stopping.signal);
  if (!stopped()) {
    log.info({ event: 'worker.ready' });
    // For the supervisor, whatever the log level.
    process.stdout.write('worker ready\n');
  }
  await Promise.all([
    every(sweepEveryMs, 'sweep', () => sweepOutbox(office, stopped)),
    every(sweepEveryMs, 'newsletters', newsletters.sweep),
    every(clearEveryMs, 'old records', () => clearOldRecords(db, office.clock())),
    every(planEveryMs, 'plan', planner.look, planner.rest),
    every(compareEveryMs, 'search', indexer.look, indexer.rest),
    heedCalls(DATABASE_URL, { mail: callHands, plan: planner.ring, search: indexer.ring }, stopping.signal),
  ]);

  log.info({ event: 'worker.stopping' });
  await Promise.all([newsletters.close(), jobs.stop({ graceful: true, timeout: 12_000 })]);
  transport.close();
  await close();
  log.info({ event: 'worker.stopped' });
}

await main();
