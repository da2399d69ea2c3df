import { createInterface } from 'node:readline/promises';
import { config } from '#lib/config.ts';
import { openDatabase } from '#lib/db/database.ts';
import type { Desk } from './desk.ts';
import { erase } from './erase.ts';
import { exportSubscribers } from './export.ts';
import { importSubscribers } from './import.ts';
import { UnreadableFile } from './import-rows.ts';
import { lift } from './lift.ts';
import { list } from './list.ts';
import { BadUsage, usage } from './options.ts';
import { show } from './show.ts';
import { suppress } from './suppress.ts';

type Command = (desk: Desk, args: string[]) => Promise<number>;

const commands = new Map<string, Command>([
  ['list', list],
  ['show', show],
  ['export', exportSubscribers],
  ['import', importSubscribers],
  ['suppress', suppress],
  ['lift', lift],
  ['erase', erase],
]);

const tell = (line: string) => process.stderr.write(`${line}\n`);

/** 0: done. 1: done, and something is left to a person. 2: not understood, or failed. */
export async function runCommand([name = '', ...args]: string[]): Promise<number> {
  const command = commands.get(name);
  if (!command) {
    tell(usage);
    return 2;
  }
  try {
    const { DATABASE_URL, SESSION_SECRET } = config();
    const { db, close } = openDatabase(DATABASE_URL);
    const desk: Desk = {
      db,
      secret: SESSION_SECRET,
      now: new Date(),
      say: (line) => process.stdout.write(`${line}\n`),
      tell,
      progress: process.stderr,
      ask: process.stdin.isTTY ? ask : null,
    };
    return await command(desk, args).finally(close);
  } catch (error) {
    tell(explained(error));
    return 2;
  }
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return terminal.question(question).finally(() => terminal.close());
}

/** A failed query's own message lists its parameters, and those are people: the database's says what broke. */
function explained(error: unknown): string {
  if (error instanceof BadUsage) return `${error.message}\n\n${usage}`;
  if (error instanceof UnreadableFile) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('params' in error && error.cause !== undefined) return explained(error.cause);
  const cause = error.cause instanceof Error ? ` ${explained(error.cause)}` : '';
  return `${error.message || error.name}${cause}`;
}
