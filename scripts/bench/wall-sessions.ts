import { openDatabase } from '#lib/db/database.ts';
import { findSession } from '#lib/subscribers/session-store.ts';
import type { RunningSite } from './a-running-site.ts';
import { atMost, type Finding, found, isSo } from './finding.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000] as const;
const lookUps = 3_000;
const goalExponent = 0.1;

/** A session token for each number, made alike here and in SQL. */
const tokenOf = (number: number) => `bench${String(number).padStart(38, '0')}`;

/** A session looked up among ever more subscribers who have one, each time another. */
export async function measureSessions({ databaseUrl }: RunningSite): Promise<Finding[]> {
  const { db, pool, close } = openDatabase(databaseUrl);
  const findings: Finding[] = [];
  const costs: number[] = [];
  let isFound = true;
  const now = new Date();
  const lookUp = async (size: number) => {
    const session = await findSession(db, tokenOf(1 + Math.floor(Math.random() * size)), now);
    isFound &&= session !== null;
  };
  try {
    let filled = 0;
    for (const size of sizes) {
      await fill(pool, filled + 1, size, now);
      filled = size;
      for (let time = 0; time < lookUps; time += 1) await lookUp(size);
      const took: number[] = [];
      const bare: number[] = [];
      for (let time = 0; time < lookUps; time += 1) {
        bare.push(await timeOf(() => pool.query('select 1')));
        took.push(await timeOf(() => lookUp(size)));
      }
      costs.push(median(took));
      findings.push(found(`sessionLookUpMs${size}`, median(took)), found(`bareQueryMs${size}`, median(bare)));
    }
  } finally {
    await close();
  }
  const growth = Math.log((costs.at(-1) ?? 1) / (costs[0] ?? 1));
  const exponent = growth / Math.log(sizes[3] / sizes[0]);
  return [
    ...findings,
    atMost('sessionLookUpExponent', exponent, goalExponent),
    isSo('everySessionIsFound', isFound),
  ];
}

type Pool = ReturnType<typeof openDatabase>['pool'];

async function fill(pool: Pool, from: number, to: number, now: Date): Promise<void> {
  const filling = await pool.connect();
  try {
    await filling.query('set statement_timeout = 0');
    await filling.query(
      `insert into subscribers (id, email, email_key, state, language, created_at, confirmed_at)
       select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'many-' || n || '@example.com',
         'many-' || n || '@example.com', 'confirmed', 'en', $3, $3
       from generate_series($1::int, $2::int) n`,
      [from, to, now],
    );
    await filling.query(
      `insert into sessions (id, token_hash, subscriber_id, device, created_at, last_used_at)
       select gen_random_uuid(),
         translate(rtrim(encode(sha256(('bench' || lpad(n::text, 38, '0'))::bytea), 'base64'), '='), '+/', '-_'),
         ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, null, $3, $3
       from generate_series($1::int, $2::int) n`,
      [from, to, now],
    );
    await filling.query('vacuum analyze sessions');
    await filling.query('checkpoint');
  } finally {
    filling.release(true);
  }
}

async function timeOf(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await ask();
  return performance.now() - startedAt;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
