import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '#lib/db/migrate.ts';
import type { LonePostgres } from '#scripts/testing/lone-postgres.ts';
import type { Sink } from './a-mail-sink.ts';
import { stopProcess } from './a-running-site.ts';
import { cpuMs } from './load.ts';
import { benchEdition } from './newsletter-content.ts';
import { cpuOfAll, megabytes } from './process-costs.ts';

const secret = 'a secret of at least 24 characters';

type Surroundings = {
  connections: number;
  sink: Sink;
  postgres: LonePostgres;
  mails: number;
};

/** A real worker sends an edition to so many; what came, and what it cost. */
export async function sendEdition(
  root: string,
  environment: NodeJS.ProcessEnv,
  { sink, postgres, mails, connections }: Surroundings,
) {
  const { databaseUrl } = postgres;
  await migrate(databaseUrl);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const lake = await startLake();
  const worker = spawn(process.execPath, [join(root, 'lib/mail/worker.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...environment,
      ...{
        DATABASE_URL: databaseUrl,
        SMTP_URL: sink.url,
        SITE_URL: 'https://news.example',
        LOG_LEVEL: 'warn',
      },
      ...{ MAIL_FROM: 'desk@news.example', MAIL_CONNECTIONS: String(connections), MAIL_PER_SECOND: '' },
      ...{
        SANITY_API_HOST: lake.url,
        SANITY_API_READ_TOKEN: secret,
        SANITY_WEBHOOK_SECRET: secret,
        SESSION_SECRET: secret,
      },
    },
  });
  try {
    const { stdout, pid } = worker;
    if (!stdout || !pid) throw new Error('The worker did not start.');
    for await (const line of createInterface(stdout)) if (line === 'worker ready') break;
    await sink.startAnew();
    await fillEdition(database, mails);
    const atStart = { worker: cpuMs(pid), database: cpuOfAll(postgres.pid()) };
    let quarterMegabytes = 0;
    for (;;) {
      await pause(200);
      const { mails: came } = await sink.report();
      if (came >= mails / 4 && quarterMegabytes === 0) quarterMegabytes = megabytes(pid);
      const { rows } = await database.query<{ open: number }>(
        "select count(*)::int as open from deliveries where state in ('queued', 'sending')",
      );
      if (rows[0]?.open === 0) break;
    }
    const endMegabytes = megabytes(pid);
    const spent = {
      worker: cpuMs(pid) - atStart.worker,
      database: cpuOfAll(postgres.pid()) - atStart.database,
    };
    const { mails: came, addresses, firstAt, lastAt } = await sink.report();
    const { rows } = await database.query<{ sent: number }>(
      "select count(*)::int as sent from deliveries where state = 'sent'",
    );
    return {
      perSecond: (came - 1) / ((lastAt - firstAt) / 1000),
      workerCpuMsPerMail: spent.worker / came,
      databaseCpuMsPerMail: spent.database / came,
      ...{ quarterMegabytes, endMegabytes },
      everybodyGotOne: came === mails && addresses === mails && rows[0]?.sent === mails,
    };
  } finally {
    await stopProcess(worker);
    await database.end();
    lake.stop();
  }
}

/** A frozen edition to so many, as the plan leaves it. */
async function fillEdition(database: pg.Client, mails: number): Promise<void> {
  const { subject, html, text } = benchEdition();
  await database.query('begin');
  await database.query(
    `insert into subscribers (id, email, email_key, state, language, created_at, confirmed_at)
     select gen_random_uuid(), 'reader-' || n || '@example.com', 'reader-' || n || '@example.com', 'confirmed',
       (case when n % 2 = 0 then 'en' else 'es' end)::language, now(), now()
     from generate_series(1, $1::int) n`,
    [mails],
  );
  await database.query(
    `insert into subscriber_lists (subscriber_id, list_id, chosen_at) select id, 'daily', now() from subscribers`,
  );
  const { rows } = await database.query<{ id: string }>(
    `insert into editions (id, key, kind, list_id, language, state, article_ids, due_at, created_at, frozen_at, audience)
     values (gen_random_uuid(), 'digest:daily:bench', 'digest', 'daily', 'en', 'sending', '{}', now(), now(), now(), $1)
     returning id`,
    [mails],
  );
  const id = rows[0]?.id;
  for (const language of ['en', 'es']) {
    await database.query(
      `insert into edition_renderings (edition_id, language, access, subject, html, text) values ($1, $2, 'full', $3, $4, $5)`,
      [id, language, subject, html, text],
    );
  }
  await database.query(
    `insert into deliveries (id, purpose, subscriber_id, edition_id, language, state, created_at, due_at)
     select gen_random_uuid(), 'newsletter', id, $1, language, 'queued', now(), now() from subscribers`,
    [id],
  );
  await database.query('commit');
}

/** A lake that knows the paper's settings and nothing else. */
async function startLake() {
  const lake = createServer(({ url = '' }, response) => {
    // It has no lists, so that nothing is planned here.
    const result = url.includes('newsletterList') ? [] : [{ id: 'siteSettings', name: 'Reef & Shore' }];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ result, ms: 1 }));
  });
  lake.listen(0, '127.0.0.1');
  await once(lake, 'listening');
  const address = lake.address();
  if (!address || typeof address === 'string') throw new Error('The lake has no port');
  return { url: `http://127.0.0.1:${address.port}`, stop: () => lake.close() };
}
