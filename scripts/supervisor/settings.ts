import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';
import type { PortUse } from './taken-port.ts';

const port = (usual: number) => z.coerce.number().int().min(1).max(65535).default(usual);

const own = z.object({
  PORT: port(3000),
  LAKE_PORT: port(3333),
  POSTGRES_PORT: port(5433),
  INBOX_SMTP_PORT: port(1025),
  INBOX_WEB_PORT: port(1080),
  DATA_DIR: z.string().default('.data'),
  SITE_URL: z.url().optional(),
  SANITY_PROJECT_ID: z.string().optional(),
  SANITY_API_HOST: z.url().optional(),
  SANITY_DATASET: z.string().default('production'),
});

/** What this start runs itself. A program that is configured from outside has no part here. */
export type Settings = {
  dataDir: string;
  siteUrl: string;
  ports: { site: number; lake: number; database: number; inboxSmtp: number; inboxWeb: number };
  dataset: string;
  runsLake: boolean;
  runsDatabase: boolean;
  runsInbox: boolean;
};

export function readSettings(environment: NodeJS.ProcessEnv, root: string): Settings {
  const isSet = (name: string) => Boolean(environment[name] || environment[`${name}_FILE`]);
  // An empty variable means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = own.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new CannotStart(`These variables cannot be used.\n${problems.join('\n')}`);
  }
  const values = parsed.data;
  return {
    dataDir: isAbsolute(values.DATA_DIR) ? values.DATA_DIR : join(root, values.DATA_DIR),
    siteUrl: values.SITE_URL ?? `http://localhost:${values.PORT}`,
    ports: {
      site: values.PORT,
      lake: values.LAKE_PORT,
      database: values.POSTGRES_PORT,
      inboxSmtp: values.INBOX_SMTP_PORT,
      inboxWeb: values.INBOX_WEB_PORT,
    },
    dataset: values.SANITY_DATASET,
    // A project without a host is hosted Sanity; a host alone is a lake that somebody else runs.
    runsLake: !values.SANITY_API_HOST && (values.SANITY_PROJECT_ID ?? 'local') === 'local',
    runsDatabase: !isSet('DATABASE_URL'),
    runsInbox: !isSet('SMTP_URL'),
  };
}

export function portsOf(settings: Settings): PortUse[] {
  const { ports, runsLake, runsDatabase, runsInbox } = settings;
  return [
    { variable: 'PORT', port: ports.site, program: 'site' },
    ...(runsLake ? [{ variable: 'LAKE_PORT', port: ports.lake, program: 'content lake' }] : []),
    ...(runsDatabase ? [{ variable: 'POSTGRES_PORT', port: ports.database, program: 'database' }] : []),
    ...(runsInbox
      ? [
          { variable: 'INBOX_SMTP_PORT', port: ports.inboxSmtp, program: "mail inbox's SMTP" },
          { variable: 'INBOX_WEB_PORT', port: ports.inboxWeb, program: "mail inbox's page" },
        ]
      : []),
  ];
}
