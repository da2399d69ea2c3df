import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { writeMany } from '../seed-many/write-many.ts';
import { startLonePostgres } from '../testing/lone-postgres.ts';
import { lakeFolder } from './a-running-lake.ts';
import { atMost, type Finding, found } from './finding.ts';

const sizes = [100, 10_000] as const;
/** Beside its articles a dataset has sections, people, topics and places. */
const furniture = 170;
/** Ten times a hundred articles more may cost so much more. */
const mostGrowth = 1.5;

const costs = z.object({
  planMs: z.number(),
  composeMs: z.number(),
  composedArticles: z.number(),
  pingMs: z.number(),
});
type Written = { _id: string; _type: string; [attribute: string]: unknown };
const documents: Written[] = [
  { _id: 'list-daily', cadence: 'daily', hour: 7 },
  { _id: 'list-weekly', cadence: 'weekly', hour: 9, weekday: 'sunday' },
  { _id: 'list-instant', cadence: 'instant' },
].map((list) => ({
  _type: 'newsletterList',
  title: { en: list._id, es: list._id },
  language: 'en',
  timeZone: 'America/Cancun',
  ...list,
}));
documents.push({ _id: 'siteSettings', _type: 'siteSettings', name: 'A paper' });

/** A look of the planner, and the making of a weekly digest, with ever more articles in the archive. */
export async function measurePlanning(root: string, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const findings: Finding[] = [];
  const measured: z.infer<typeof costs>[] = [];
  for (const size of sizes) {
    const cost = await costAt(root, environment, size);
    measured.push(cost);
    findings.push(
      found(`planMs${size}`, cost.planMs),
      found(`composeWeeklyMs${size}`, cost.composeMs),
      found(`composedArticles${size}`, cost.composedArticles),
      found(`pingMs${size}`, cost.pingMs),
    );
  }
  const growth = (of: (cost: z.infer<typeof costs>) => number) => {
    const [first = 1, ...others] = measured.map(of);
    return (others.at(-1) ?? first) / first;
  };
  return [
    ...findings,
    atMost(
      'planGrowth',
      growth((cost) => cost.planMs),
      mostGrowth,
    ),
    atMost(
      'composeWeeklyGrowth',
      growth((cost) => cost.composeMs),
      mostGrowth,
    ),
  ];
}

async function costAt(root: string, environment: NodeJS.ProcessEnv, size: number) {
  const folder = lakeFolder(root);
  const postgres = await startLonePostgres();
  const lake = await folder.start();
  try {
    await writeMany({
      client: lake.client,
      count: size + furniture,
      add: false,
      onProgress: () => undefined,
    });
    await lake.client.mutate(documents.map((document) => ({ createOrReplace: document })));
    const secret = 'bench-token-of-24-characters';
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, 'scripts/bench/newsletter-planner.ts')],
      {
        env: {
          ...environment,
          SANITY_API_HOST: lake.url,
          SANITY_API_READ_TOKEN: lake.token,
          DATABASE_URL: postgres.databaseUrl,
          SMTP_URL: 'smtp://localhost',
          SESSION_SECRET: secret,
          SANITY_WEBHOOK_SECRET: secret,
          LOG_LEVEL: 'warn',
        },
      },
    );
    return costs.parse(JSON.parse(stdout));
  } finally {
    await lake.stop();
    folder.remove();
    await postgres.stop();
  }
}
