import { Agent, request } from 'node:http';
import pg from 'pg';
import type { RunningSite } from './a-running-site.ts';
import { atLeast, atMost, type Finding, found, isSo } from './finding.ts';
import { connections } from './load.ts';

const seconds = 10;
const warmingSeconds = 3;

/**
 * Sign-ups over 16 connections, each of an address of its own, and then whether all that was accepted is there. What
 * the goals are about is measured while the worker stands still: sending is its business and has a benchmark of its
 * own, and here it shares two cores with the relay that catches the mail. Beside it stands the rate while it sends.
 */
export async function measureSignUps({ origin, databaseUrl, workerPid }: RunningSite): Promise<Finding[]> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await signUpFor(origin, warmingSeconds, 'warming');
    const whileMailing = await signUpFor(origin, seconds, `mailing${Date.now().toString(36)}`);
    const run = `run${Date.now().toString(36)}`;
    process.kill(workerPid, 'SIGSTOP');
    const { accepted, refused, tookMs } = await signUpFor(origin, seconds, run).finally(() =>
      process.kill(workerPid, 'SIGCONT'),
    );
    const counted = await database.query<{ subscribers: number; deliveries: number }>(
      `select count(distinct s.id)::int as subscribers, count(d.id)::int as deliveries
       from subscribers s left join deliveries d on d.subscriber_id = s.id and d.purpose = 'confirmation'
       where s.email_key like $1`,
      [`${run}-%`],
    );
    const there = counted.rows[0] ?? { subscribers: 0, deliveries: 0 };
    const sorted = tookMs.toSorted((a, b) => a - b);
    return [
      found('signUpsPerSecondWhileMailing', whileMailing.accepted / seconds),
      atLeast('signUpsPerSecond', accepted / seconds, 300),
      found('signUpMedianMs', sorted[Math.floor(sorted.length / 2)] ?? 0),
      atMost('signUpP99Ms', sorted[Math.floor(sorted.length * 0.99)] ?? 0, 100),
      atMost('signUpsRefused', refused, 0),
      isSo(
        'everySignUpIsThere',
        accepted > 0 && there.subscribers === accepted && there.deliveries === accepted,
      ),
      isSo('signUpsAreDurable', await isDurable(database)),
    ];
  } finally {
    await database.end();
  }
}

async function signUpFor(origin: string, seconds: number, run: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  const tookMs: number[] = [];
  let [accepted, refused, number] = [0, 0, 0];
  const one = async () => {
    while (performance.now() < until) {
      const email = `${run}-${number++}@example.com`;
      const startedAt = performance.now();
      const status = await post(origin, agent, JSON.stringify({ email, language: 'en', source: '/' }));
      tookMs.push(performance.now() - startedAt);
      if (status === 202) accepted += 1;
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  return { accepted, refused, tookMs };
}

function post(origin: string, agent: Agent, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/api/subscribe`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** What the database promises of a commit. */
async function isDurable(database: pg.Client): Promise<boolean> {
  const said = await database.query<{ setting: string }>(
    "select setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')",
  );
  return said.rows.length === 3 && said.rows.every(({ setting }) => setting === 'on');
}
