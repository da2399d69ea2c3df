import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { log } from '#lib/log.ts';

/**
 * How the site tells waiting workers that there is something to do. Not in the transaction that writes it down, as
 * pg-boss does when asked: PostgreSQL lets transactions that notify commit one after the other, the wait for the disk
 * included, which cost sign-ups a third to a half of their rate. A call that is lost costs a worker's next look.
 */
const channels = { mail: 'mail_due', plan: 'newsletter_plan', search: 'search_compare' } as const;
/**
 * `mail`: one has been written down. `plan`: articles or lists have changed, of which newsletters are made. `search`:
 * the index may not be what the lake has.
 */
export type Call = keyof typeof channels;
const calls: readonly Call[] = ['mail', 'plan', 'search'];
const gatherMs = 25;
const againMs = 5000;
const connectMs = 5000;
const partMs = 1000;

/** One call for all that was written within a moment; nobody waits for it, nor it for the disk. */
export function wakerOf(pool: pg.Pool, call: Call): () => void {
  let waiting: NodeJS.Timeout | undefined;
  return () => {
    if (waiting) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      pool
        .query(`select set_config('synchronous_commit', 'off', true), pg_notify('${channels[call]}', '')`)
        .catch((error: unknown) => log.warn({ event: 'worker.not_called', call, err: error }));
    }, gatherMs);
  };
}

/** Listens until it is told to stop, on a connection of its own; whatever was missed meanwhile is looked for at once. */
export async function heedCalls(
  databaseUrl: string,
  heed: Record<Call, () => void>,
  signal: AbortSignal,
): Promise<void> {
  const called = (channel: string) => {
    for (const call of calls) if (channels[call] === channel) heed[call]();
  };
  while (!signal.aborted) {
    // A socket of our own, so that a database that neither answers nor hangs up keeps nobody waiting.
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: connectMs,
      stream: () => socket,
    });
    const ended = Promise.withResolvers<unknown>();
    const stop = () => ended.resolve(null);
    signal.addEventListener('abort', stop);
    client.on('error', ended.resolve).on('end', () => ended.resolve(null));
    client.on('notification', ({ channel }) => called(channel));
    try {
      const listening = client
        .connect()
        .then(() => client.query(calls.map((call) => `listen ${channels[call]}`).join('; ')));
      await Promise.race([listening, ended.promise]);
      if (!signal.aborted) for (const call of calls) heed[call]();
      const error = await ended.promise;
      if (!signal.aborted) log.warn({ event: 'mail.not_listening', err: error });
    } catch (error) {
      log.warn({ event: 'mail.not_listening', err: error });
    } finally {
      signal.removeEventListener('abort', stop);
      await Promise.race([client.end(), pause(partMs)]).catch(() => undefined);
      socket.destroy();
    }
    await pause(againMs, undefined, { signal }).catch(() => undefined);
  }
}
