import { join } from 'node:path';
import { parseConfig } from '#lib/config.ts';
import { migrate } from '#lib/db/migrate.ts';
import { registerWebhook } from '#scripts/webhook-registration.ts';
import { buildWhenChanged } from './build.ts';
import { clearPostmasterFile, ensureCluster, postgresProgram } from './postgres.ts';
import { findPostgresPlace } from './postgres-place.ts';
import { type ProgramDefinition, type RunningProgram, type Surroundings, startProgram } from './program.ts';
import { inboxProgram, lakeProgram, siteProgram, workerProgram } from './programs.ts';
import type { SecretsFolder } from './secrets.ts';
import type { Settings } from './settings.ts';
import { siteEnvironment } from './site-environment.ts';
import { runTask } from './task.ts';

export type Start = {
  settings: Settings;
  secrets: SecretsFolder;
  surroundings: Surroundings;
  isDevelopment: boolean;
  /** Waits for all; the first failure aborts the others. */
  together: (...work: Promise<unknown>[]) => Promise<void>;
  /** Every program that is ready, in the order in which they became so. */
  running: RunningProgram[];
};

/** The order of the house: what others need comes first; what does not need each other comes at once. */
export async function startEverything(start: Start): Promise<void> {
  const { settings, secrets, surroundings, isDevelopment, together, running } = start;
  const { root, environment } = surroundings;
  secrets.ensure('database-password');
  const site = siteEnvironment(settings, secrets, environment);
  const config = parseConfig(site);
  const program = async (definition: ProgramDefinition) => {
    running.push(await startProgram(definition, surroundings));
  };

  const database = async () => {
    if (settings.runsDatabase) await startDatabase(start, program);
    await migrate(config.DATABASE_URL);
  };
  const lake = async () => {
    if (!settings.runsLake) return;
    await program(lakeProgram(settings, secrets, environment, root));
    const command: [string, string] = [process.execPath, join(root, 'scripts', 'seed.ts')];
    const seeding = { ...site, SANITY_API_WRITE_TOKEN_FILE: secrets.pathOf('lake-write-token') };
    await runTask({ name: 'seed', command, environment: seeding, workingFolder: root }, surroundings);
    await registerWebhook({
      lakeUrl: `http://localhost:${settings.ports.lake}`,
      projectId: config.SANITY_PROJECT_ID,
      dataset: config.SANITY_DATASET,
      token: secrets.read('lake-write-token'),
      siteUrl: `http://localhost:${settings.ports.site}`,
      secret: config.SANITY_WEBHOOK_SECRET,
    });
  };
  const inbox = async () => {
    if (settings.runsInbox) await program(inboxProgram(settings, environment, root));
  };
  const build = async () => {
    if (!isDevelopment) await buildWhenChanged(surroundings);
  };
  await together(database(), lake(), inbox(), build());
  await together(
    program(siteProgram(settings, site, root, isDevelopment)),
    program(workerProgram(site, root)),
  );
}

async function startDatabase(
  { settings, secrets, surroundings }: Start,
  program: (definition: ProgramDefinition) => Promise<void>,
): Promise<void> {
  const place = findPostgresPlace(settings.dataDir);
  const password = secrets.read('database-password');
  if (place.moved)
    surroundings.say(
      `The user "postgres" cannot enter ${settings.dataDir}, so the database is in ${place.moved}.`,
    );
  await ensureCluster(place, password, surroundings);
  await clearPostmasterFile(place.cluster);
  await program(postgresProgram(place, settings.ports.database, password, surroundings.environment));
}
