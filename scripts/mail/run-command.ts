import { parseArgs } from 'node:util';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { type Database, openDatabase } from '#lib/db/database.ts';
import {
  type DeliveryAction,
  pauseEdition,
  resumeEdition,
  retryFailed,
} from '#lib/mail/edition-delivery-actions.ts';
import { senderOn } from '#lib/mail/mail-jobs.ts';
import { releaseNewsletters, stopNewsletters } from '#lib/mail/newsletter-stop-store.ts';
import { status } from './status.ts';

const usage = `npm run mail -- COMMAND
  status [--json]                     newsletters on their way, stopped, or sent in the last day
  pause  [EDITION] [--reason WORDS]   stops one edition; without one, every newsletter
  resume [EDITION]                    goes on with it, or with all of them
  retry  EDITION                      sends to those once more for whom it failed
Confirmations and sign-ins go out whatever is paused here.`;

type Desk = { db: Database; jobs: () => Promise<PgBoss>; now: Date; say: (line: string) => void };
type Given = { editionId: string | null; reason: string; asJson: boolean };

const commands = new Map<string, (desk: Desk, given: Given) => Promise<number>>([
  ['status', ({ db, now, say }, { asJson }) => status(db, now, say, asJson)],
  [
    'pause',
    async ({ db, now, say }, { editionId, reason }) => {
      if (editionId) return told(say, await pauseEdition(db, editionId, reason), 'It is paused.');
      await stopNewsletters(db, reason, now);
      say('No newsletter goes out until: npm run mail -- resume');
      return 0;
    },
  ],
  [
    'resume',
    async ({ db, jobs, say }, { editionId }) => {
      if (editionId) return told(say, await resumeEdition(db, await jobs(), editionId), 'It goes on.');
      await releaseNewsletters(db);
      say('Newsletters go out. An edition that was paused on its own stays so.');
      return 0;
    },
  ],
  [
    'retry',
    async ({ db, jobs, now, say }, { editionId }) => {
      if (!editionId) return 2;
      const done = await retryFailed(db, await jobs(), editionId, now);
      return told(say, done, done.kind === 'done' ? retried(done) : '');
    },
  ],
]);

function retried({ count, waits }: { count: number; waits: boolean }): string {
  const mails = count === 1 ? '1 mail is' : `${count} mails are`;
  return `${mails} sent once more${waits ? ', when the edition goes on' : ''}.`;
}

/** 0: done. 1: it could not be done in that state. 2: not understood, or failed. */
export async function runCommand(args: string[]): Promise<number> {
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const understood = understand(args);
  if (!understood) {
    tell(usage);
    return 2;
  }
  const { db, pool, close } = openDatabase(config().DATABASE_URL);
  const jobs = senderOn(pool);
  try {
    const say = (line: string) => process.stdout.write(`${line}\n`);
    const desk = { db, jobs: () => jobs.start(), now: new Date(), say };
    return await understood.command(desk, understood.given);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return 2;
  } finally {
    // Started it would keep the program from ending.
    await jobs.stop({ graceful: false });
    await close();
  }
}

function understand(args: string[]) {
  try {
    const options = { reason: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [name = '', edition, ...rest] = positionals;
    const command = commands.get(name);
    const isEdition = edition === undefined || z.uuid().safeParse(edition).success;
    const lacksEdition = name === 'retry' && edition === undefined;
    if (!command || rest.length > 0 || !isEdition || lacksEdition) return null;
    const reason = values.reason?.trim() || 'by an operator';
    return { command, given: { editionId: edition ?? null, reason, asJson: values.json === true } };
  } catch {
    // parseArgs throws at an option that it does not know: the usage says which there are.
    return null;
  }
}

function told(say: (line: string) => void, outcome: DeliveryAction, done: string): number {
  switch (outcome.kind) {
    case 'done':
      say(done);
      return 0;
    case 'not in that state':
      say(`Not now: the edition is ${outcome.state}.`);
      return 1;
    case 'unknown':
      say('There is no such edition.');
      return 1;
    default:
      return outcome satisfies never;
  }
}
