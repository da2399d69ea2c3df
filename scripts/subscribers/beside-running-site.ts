import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '#scripts/supervisor/settings.ts';

/**
 * What `npm start` hands to its worker, for a command that is called beside it: only what the environment does not say,
 * and only secrets that are there already.
 */
export function besideRunningSite(environment: NodeJS.ProcessEnv, root: string): Record<string, string> {
  const settings = readSettings(environment, root);
  const secret = (name: string, file: string) => {
    const path = join(settings.dataDir, 'secrets', file);
    const isSet = Boolean(environment[name] || environment[`${name}_FILE`]);
    return isSet || !existsSync(path) ? {} : { [`${name}_FILE`]: path };
  };
  return {
    SITE_URL: settings.siteUrl,
    DATA_DIR: settings.dataDir,
    ...secret('DATABASE_URL', 'database-url'),
    ...secret('SESSION_SECRET', 'session-secret'),
    ...(settings.runsLake
      ? {
          SANITY_PROJECT_ID: 'local',
          SANITY_API_HOST: `http://localhost:${settings.ports.lake}`,
          ...secret('SANITY_API_READ_TOKEN', 'lake-read-token'),
          ...secret('SANITY_WEBHOOK_SECRET', 'webhook-secret'),
        }
      : {}),
    ...(settings.runsInbox ? { SMTP_URL: `smtp://127.0.0.1:${settings.ports.inboxSmtp}` } : {}),
  };
}
