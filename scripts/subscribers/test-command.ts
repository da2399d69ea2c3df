import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { asc } from 'drizzle-orm';
import { afterAll, beforeEach, vi } from 'vitest';
import { deliveries, subscriberLists, subscribers, suppressions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';

export const secret = 'a secret of at least 24 characters';
export const day = new Date('2025-03-01T12:00:00Z');

/** The command beside a database and a lake of the test file's own, and what to fill and look at them with. */
export async function testCommand() {
  // Each test starts the program several times, and a busy machine takes seconds for each.
  vi.setConfig({ testTimeout: 90_000 });
  const { db, url } = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'subscribers-'));
  /** A lake that knows two lists, one of them everybody's. */
  const lake = createServer((_request, response) => {
    const list = (id: string, isDefault: boolean) => ({
      ...{ id, titles: { en: id, es: id }, language: 'en', cadence: 'daily', isDefault },
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ result: [list('daily', true), list('weekly', false)], ms: 1 }));
  });
  lake.listen(0, 'localhost');
  await once(lake, 'listening');
  const lakeAddress = lake.address();

  // As a running `npm start` leaves them: the command is told nothing but where they are.
  mkdirSync(join(folder, 'secrets'));
  for (const [name, value] of Object.entries({
    'database-url': url,
    'session-secret': secret,
    'lake-read-token': secret,
    'webhook-secret': secret,
  })) {
    writeFileSync(join(folder, 'secrets', name), `${value}\n`);
  }

  afterAll(() => {
    lake.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    await db.delete(subscribers);
    await db.delete(suppressions);
  });

  const run = (...args: string[]) => runWith({}, ...args);

  async function runWith(environment: Record<string, string>, ...args: string[]) {
    const program = spawn(process.execPath, [join(import.meta.dirname, '../subscribers.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        NODE_ENV: 'test',
        DATA_DIR: folder,
        LAKE_PORT: String(typeof lakeAddress === 'object' ? lakeAddress?.port : ''),
        ...environment,
      },
    });
    const [out, err, [code]] = await Promise.all([
      text(program.stdout),
      text(program.stderr),
      once(program, 'exit'),
    ]);
    return { out, err, code };
  }

  function fileOf(content: string): string {
    const path = join(folder, `${randomUUID()}.csv`);
    writeFileSync(path, content);
    return path;
  }

  async function add(
    email: string,
    state: 'pending' | 'confirmed' | 'unsubscribed' | 'suppressed',
    lists: string[] = [],
  ) {
    const id = randomUUID();
    const confirmedAt = state === 'pending' ? null : day;
    await db.insert(subscribers).values({
      id,
      email,
      emailKey: email.toLowerCase(),
      state,
      language: 'en',
      createdAt: day,
      confirmedAt,
    });
    for (const listId of lists)
      await db.insert(subscriberLists).values({ subscriberId: id, listId, chosenAt: day });
    return id;
  }

  const everybody = () => db.select().from(subscribers).orderBy(asc(subscribers.emailKey));

  /** All that the database holds of subscribers, to compare. */
  const whole = async () =>
    JSON.stringify([
      await everybody(),
      await db
        .select()
        .from(subscriberLists)
        .orderBy(asc(subscriberLists.subscriberId), asc(subscriberLists.listId)),
      await db.select().from(suppressions).orderBy(asc(suppressions.emailHash)),
      await db.select().from(deliveries),
    ]);
  return { db, folder, run, runWith, fileOf, add, everybody, whole };
}
