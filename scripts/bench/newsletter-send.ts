import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { migrate } from '#lib/db/migrate.ts';
import { startLonePostgres } from '#scripts/testing/lone-postgres.ts';
import { stopProcess } from './a-running-site.ts';
import type { BareOrder } from './bare-mailer.ts';
import { atLeast, atMost, type Finding, found, isSo } from './finding.ts';
import { cpuMs } from './load.ts';
import { benchEdition } from './newsletter-content.ts';

const connections = 5;
const secret = 'a secret of at least 24 characters';
const sinkSchema = z.object({
  mails: z.number(),
  addresses: z.number(),
  bytes: z.number(),
  firstAt: z.number(),
  lastAt: z.number(),
});
const bareSchema = z.object({ cpuMs: z.number(), tookMs: z.number() });

/** An edition to so many by a real worker, beside a bare nodemailer pool to the same sink, before and after it. */
export async function measureSending(
  root: string,
  environment: NodeJS.ProcessEnv,
  mails: number,
): Promise<Finding[]> {
  const sink = fork(join(root, 'scripts/bench/mail-sink.ts'));
  const { port } = z.object({ port: z.number() }).parse((await once(sink, 'message'))[0]);
  const url = `smtp://127.0.0.1:${port}`;
  const postgres = await startLonePostgres();
  try {
    const content = benchEdition();
    const bare = (run: string, raw: string | null) =>
      runBare(root, sink, { url, connections, mails, run, raw, ...content });
    await bareWarmUp(root, sink, { url, connections, mails: 500, run: 'warm', raw: null, ...content });
    const before = await bare('before', null);
    const ours = await sendEdition(root, environment, { sink, url, postgres, mails });
    const readyMade = await bare('ready', readyMessage(content));
    const after = await bare('after', null);
    const bareRate = (before.perSecond + after.perSecond) / 2;
    const bareCpuMs = (before.cpuMsPerMail + after.cpuMsPerMail) / 2;
    return [
      found('mails', mails),
      found('bareMailsPerSecond', bareRate),
      found(
        'bareMailsPerSecondBeforeAndAfter',
        `${before.perSecond.toFixed(0)} ${after.perSecond.toFixed(0)}`,
      ),
      found('bareReadyMadeMailsPerSecond', readyMade.perSecond),
      found('mailsPerSecond', ours.perSecond),
      atLeast('rateTimesBare', ours.perSecond / bareRate, 0.8),
      found('rateTimesBareReadyMade', ours.perSecond / readyMade.perSecond),
      found('bareCpuMsPerMail', bareCpuMs),
      found('bareReadyMadeCpuMsPerMail', readyMade.cpuMsPerMail),
      found('workerCpuMsPerMail', ours.workerCpuMsPerMail),
      found('databaseCpuMsPerMail', ours.databaseCpuMsPerMail),
      atMost('cpuTimesBare', ours.workerCpuMsPerMail / bareCpuMs, 1.25),
      found('cpuWithDatabaseTimesBare', (ours.workerCpuMsPerMail + ours.databaseCpuMsPerMail) / bareCpuMs),
      found('workerMegabytesAtAQuarter', ours.quarterMegabytes),
      found('workerMegabytesAtTheEnd', ours.endMegabytes),
      atMost('memoryTimesAQuarterOfTheWay', ours.endMegabytes / ours.quarterMegabytes, 1.2),
      isSo('everybodyGotOne', ours.everybodyGotOne),
    ];
  } finally {
    await postgres.stop();
    sink.disconnect();
  }
}

async function ask(sink: ChildProcess, what: 'report' | 'start anew') {
  const answer = once(sink, 'message');
  sink.send(what);
  return sinkSchema.parse((await answer)[0]);
}

async function bareWarmUp(root: string, sink: ChildProcess, order: BareOrder): Promise<void> {
  await runBare(root, sink, order);
}

async function runBare(root: string, sink: ChildProcess, order: BareOrder) {
  await ask(sink, 'start anew');
  const mailer = fork(join(root, 'scripts/bench/bare-mailer.ts'));
  mailer.send(order);
  const { cpuMs: spent } = bareSchema.parse((await once(mailer, 'message'))[0]);
  const { mails, firstAt, lastAt } = await ask(sink, 'report');
  return { perSecond: (mails - 1) / ((lastAt - firstAt) / 1000), cpuMsPerMail: spent / mails };
}

/** As many bytes as nodemailer makes of it. */
function readyMessage({ subject, html, text }: ReturnType<typeof benchEdition>): string {
  const part = (type: string, body: string) =>
    `--part\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
  const head = `From: desk@news.example\r\nTo: <RECIPIENT>\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n`;
  return `${head}Content-Type: multipart/alternative; boundary="part"\r\n\r\n${part('plain', text)}${part('html', html)}--part--\r\n`;
}

type Surroundings = {
  sink: ChildProcess;
  url: string;
  postgres: Awaited<ReturnType<typeof startLonePostgres>>;
  mails: number;
};

async function sendEdition(
  root: string,
  environment: NodeJS.ProcessEnv,
  { sink, url, postgres, mails }: Surroundings,
) {
  const databaseUrl = `${postgres.url}/site`;
  await migrate(databaseUrl);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const lake = await startLake();
  const worker = spawn(process.execPath, [join(root, 'lib/mail/worker.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...environment,
      ...{ DATABASE_URL: databaseUrl, SMTP_URL: url, SITE_URL: 'https://news.example', LOG_LEVEL: 'warn' },
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
    await ask(sink, 'start anew');
    const spentBefore = { worker: cpuMs(pid), database: cpuOfAll(postgres.pid()) };
    await fillEdition(database, mails);
    const atStart = { worker: cpuMs(pid), database: cpuOfAll(postgres.pid()) };
    let quarterMegabytes = 0;
    for (;;) {
      await pause(200);
      const { mails: came } = await ask(sink, 'report');
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
    void spentBefore;
    const { mails: came, addresses, firstAt, lastAt } = await ask(sink, 'report');
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
  const lake = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ result: [{ id: 'siteSettings', name: 'Reef & Shore' }], ms: 1 }));
  });
  lake.listen(0, '127.0.0.1');
  await once(lake, 'listening');
  const address = lake.address();
  if (!address || typeof address === 'string') throw new Error('The lake has no port');
  return { url: `http://127.0.0.1:${address.port}`, stop: () => lake.close() };
}

/** A process, its children, and those of them that have ended. */
function cpuOfAll(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ended = (Number(fields[13]) + Number(fields[14])) * 10;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return cpuMs(pid) + ended + children.reduce((sum, child) => sum + cpuMs(Number(child)), 0);
}

function megabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
