import { join } from 'node:path';
import { databaseUrl } from './postgres.ts';
import type { SecretsFolder } from './secrets.ts';
import type { Settings } from './settings.ts';

/**
 * The environment of site, worker and seed: the person's own, and beside it what the programs started here need.
 * Secrets go by file (NAME_FILE), so that a list of processes or a crash report shows none.
 */
export function siteEnvironment(
  settings: Settings,
  secrets: SecretsFolder,
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const { ports } = settings;
  const given = (name: string) => Boolean(environment[name] || environment[`${name}_FILE`]);
  const ownSecret = (name: string, file: string) =>
    given(name) ? {} : { [`${name}_FILE`]: secrets.ensure(file) };
  const database = () => {
    secrets.write('database-url', databaseUrl(ports.database, secrets.read('database-password')));
    return { DATABASE_URL_FILE: secrets.pathOf('database-url') };
  };
  return {
    ...environment,
    SITE_URL: settings.siteUrl,
    PORT: String(ports.site),
    DATA_DIR: settings.dataDir,
    ...ownSecret('SESSION_SECRET', 'session-secret'),
    ...ownSecret('MAIL_WEBHOOK_SECRET', 'mail-webhook-secret'),
    ...(settings.runsLake
      ? {
          SANITY_PROJECT_ID: 'local',
          SANITY_DATASET: settings.dataset,
          SANITY_API_HOST: `http://localhost:${ports.lake}`,
          // The local lake knows only the tokens made here: one left over from a hosted dataset would shut us out.
          SANITY_API_READ_TOKEN: '',
          SANITY_API_READ_TOKEN_FILE: secrets.ensure('lake-read-token'),
          SANITY_API_WRITE_TOKEN: '',
          SANITY_API_WRITE_TOKEN_FILE: '',
          ...ownSecret('SANITY_WEBHOOK_SECRET', 'webhook-secret'),
        }
      : {}),
    ...(settings.runsDatabase ? database() : {}),
    ...(settings.runsInbox ? { SMTP_URL: `smtp://127.0.0.1:${ports.inboxSmtp}` } : {}),
  };
}

export function lakeEnvironment(
  settings: Settings,
  secrets: SecretsFolder,
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  return {
    ...environment,
    LAKE_VIEWER_TOKEN_FILE: secrets.ensure('lake-read-token'),
    LAKE_ADMIN_TOKEN_FILE: secrets.ensure('lake-write-token'),
    LAKE_ALLOWED_ORIGINS: new URL(settings.siteUrl).origin,
    LAKE_EDITOR_PASSWORD_FILE: secrets.pathOf('editor-password'),
  };
}

export const lakeFolder = (settings: Settings) => join(settings.dataDir, 'lake');
