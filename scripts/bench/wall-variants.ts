import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { openDatabase } from '#lib/db/database.ts';
import { newToken } from '#lib/subscribers/secret-token.ts';
import { addSession } from '#lib/subscribers/session-store.ts';
import { confirmSubscriber, findOrAddSubscriber } from '#lib/subscribers/subscriber-store.ts';
import { type RunningSite, stopProcess } from './a-running-site.ts';
import { shapeOf, startBareNext } from './bare-next.ts';
import { atMost, type Finding, found, isSo } from './finding.ts';
import { cpuMs, type Load, load } from './load.ts';

const path = '/articles/foreign-buyers-and-the-bank-trust';
const seconds = 8;
const warmingSeconds = 4;
/** Three turns, so that a machine that is busy for a while is busy for all; the middle one counts. */
const turns = 3;
const noise = 1.25;
const goalTimesBare = 1.3;

const articleBench = z.object({ results: z.object({ cpuTimesBare: z.number() }) });

export async function measureVariants(
  root: string,
  environment: NodeJS.ProcessEnv,
  site: RunningSite,
): Promise<Finding[]> {
  const address = site.origin + path;
  const session = `Cookie: session=${await aSession(site)}`;
  const html = await textOf(address, { cookie: session.slice('Cookie: '.length) });
  const shape = shapeOf(html);
  const next = await startBareNext(root, environment, shape);
  const plain = await startBareServer(root, address);
  try {
    const bareShape = shapeOf(await textOf(next.address, {}));
    const meter = async (): Promise<Row> => {
      const database = databaseCpuMs(site);
      const reader = await load(address, site.pid, seconds, [session]);
      const requests = reader.requestsPerSecond * seconds;
      return {
        bareNext: await load(next.address, next.pid, seconds),
        reader,
        databaseMs: (databaseCpuMs(site) - database) / requests,
        rendered: await load(`${address}?through=framework`, site.pid, seconds, [session]),
        bareServer: await load(plain.address, plain.pid, seconds),
        shared: await load(address, site.pid, seconds),
      };
    };
    for (const [where, pid, headers] of [
      [next.address, next.pid, []],
      [address, site.pid, [session]],
      [plain.address, plain.pid, []],
      [address, site.pid, []],
    ] as const)
      await load(where, pid, warmingSeconds, headers);
    const rows: Row[] = [];
    for (let turn = 0; turn < turns; turn += 1) rows.push(await meter());
    const of = (pick: (row: Row) => number) => median(rows.map(pick));
    const before = articleBench.parse(
      JSON.parse(readFileSync(join(root, 'docs/bench/article.json'), 'utf8')),
    );
    const timesBareServer = of(
      ({ shared, bareServer }) => shared.cpuMsPerRequest / bareServer.cpuMsPerRequest,
    );
    return [
      found('readerHtmlKilobytes', shape.bytes / 1_000),
      found('bareNextHtmlKilobytes', bareShape.bytes / 1_000),
      found('readerElements', shape.elements),
      found('bareNextElements', bareShape.elements),
      found(
        'bareNextCpuMsPerRequest',
        of(({ bareNext }) => bareNext.cpuMsPerRequest),
      ),
      found(
        'readerCpuMsPerRequest',
        of(({ reader }) => reader.cpuMsPerRequest),
      ),
      found(
        'readerDatabaseCpuMsPerRequest',
        of(({ databaseMs }) => databaseMs),
      ),
      found(
        'readerRequestsPerSecond',
        of(({ reader }) => reader.requestsPerSecond),
      ),
      atMost(
        'readerTimesBareNext',
        of(({ reader, bareNext }) => reader.cpuMsPerRequest / bareNext.cpuMsPerRequest),
        goalTimesBare,
      ),
      found(
        'readerWithDatabaseTimesBareNext',
        of(
          ({ reader, databaseMs, bareNext }) =>
            (reader.cpuMsPerRequest + databaseMs) / bareNext.cpuMsPerRequest,
        ),
      ),
      found(
        'readerRenderedCpuMsPerRequest',
        of(({ rendered }) => rendered.cpuMsPerRequest),
      ),
      found(
        'readerRenderedTimesBareNext',
        of(({ rendered, bareNext }) => rendered.cpuMsPerRequest / bareNext.cpuMsPerRequest),
      ),
      isSo('readerGetsTheWholeText', html.includes('data-article-body') && !html.includes('id="wall"')),
      found(
        'publicCpuMsPerRequest',
        of(({ shared }) => shared.cpuMsPerRequest),
      ),
      found('publicTimesBareServer', timesBareServer),
      found('publicTimesBareServerBefore', before.results.cpuTimesBare),
      atMost('publicTimesWhatItWas', timesBareServer / before.results.cpuTimesBare, noise),
      atMost(
        'failedRequests',
        rows.reduce((sum, { reader, shared }) => sum + reader.failed + shared.failed, 0),
        0,
      ),
    ];
  } finally {
    await next.stop();
    await plain.stop();
  }
}

type Row = {
  bareNext: Load;
  reader: Load;
  rendered: Load;
  databaseMs: number;
  bareServer: Load;
  shared: Load;
};

async function textOf(address: string, headers: Record<string, string>): Promise<string> {
  const answer = await fetch(address, { headers: { ...headers, 'accept-encoding': 'identity' } });
  return answer.text();
}

/** A subscriber's session, made as a confirmation makes it. */
async function aSession({ databaseUrl }: RunningSite): Promise<string> {
  const { db, close } = openDatabase(databaseUrl);
  const now = new Date();
  const email = { address: 'bench-reader@example.com', key: 'bench-reader@example.com' };
  const subscriberId = await findOrAddSubscriber(db, { email, language: 'en', sourcePath: null }, now);
  await confirmSubscriber(db, subscriberId, now);
  const token = newToken();
  await addSession(db, { token, subscriberId, device: null }, now);
  await close();
  return token;
}

async function startBareServer(root: string, address: string) {
  const child = spawn(process.execPath, [join(root, 'scripts/bench/bare-server.ts'), address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const port of createInterface(child.stdout)) {
    if (child.pid === undefined) break;
    return { address: `http://127.0.0.1:${port}/`, pid: child.pid, stop: () => stopProcess(child) };
  }
  throw new Error('The bare server did not start.');
}

/** All of the database's processes; those that end meanwhile are idle ones. */
function databaseCpuMs({ databasePid }: RunningSite): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid === databasePid || parentOf(pid) === databasePid)
    .reduce((sum, pid) => sum + cpuMs(pid), 0);
}

function parentOf(pid: number): number | null {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    // It has ended since the folder was read.
    return null;
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
