import { dirname } from 'node:path';
import { besideRunningSite } from './subscribers/beside-running-site.ts';

/** `npm run mail`: what an operator does with newsletters on their way. */
process.env.LOG_LEVEL ||= 'warn';
try {
  Object.assign(process.env, besideRunningSite(process.env, dirname(import.meta.dirname)));
  // Only now: what it brings with it reads the environment.
  const { runCommand } = await import('./mail/run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
