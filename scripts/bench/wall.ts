import { startSite } from './a-running-site.ts';
import type { Finding } from './finding.ts';
import { assertWrk } from './load.ts';
import { measureSessions } from './wall-sessions.ts';
import { measureSignUps } from './wall-sign-ups.ts';
import { measureVariants } from './wall-variants.ts';

/** What the wall costs: both variants of a closed article, a sign-up, and a session among ever more subscribers. */
export async function benchWall(root: string, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  await assertWrk();
  // Every sign-up comes from one machine here: its limits are lifted, and nothing else is.
  const site = await startSite(root, { ...environment, LIMITS_FACTOR: '1000000', LOG_LEVEL: 'warn' });
  try {
    return [
      ...(await measureVariants(root, environment, site)),
      ...(await measureSignUps(site)),
      ...(await measureSessions(site)),
    ];
  } finally {
    await site.stop();
  }
}
