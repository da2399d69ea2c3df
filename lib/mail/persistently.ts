import { setTimeout as pause } from 'node:timers/promises';
import { log } from '#lib/log.ts';

const firstMs = 250;
const longestMs = 4000;
/** What hangs on the answer is uncertain to everybody else after this time; when told to stop, sooner. */
const patienceMs = 150_000;
const patienceStoppingMs = 8000;

/**
 * Asks the database until it answers: it may have been restarted, and what is in hand can only be settled there. Only
 * for statements that can be repeated, since an answer can be lost after its commit.
 */
export async function persistently<T>(ask: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  const startedAt = performance.now();
  for (let wait = firstMs; ; wait = Math.min(wait * 2, longestMs)) {
    try {
      return await ask();
    } catch (error) {
      const waited = performance.now() - startedAt;
      const patience = stopping.aborted ? patienceStoppingMs : patienceMs;
      if (!isPassing(error) || waited > patience) throw error;
      log.warn({ event: 'database.asked_again', err: error });
      await pause(wait);
    }
  }
}

/** No SQLSTATE: the connection broke. 08, 57: it is refused or shut down; 53: too many; 40: deadlock. */
function isPassing(error: unknown): boolean {
  const state = error instanceof Error && 'code' in error ? String(error.code) : '';
  return !/^[0-9A-Z]{5}$/.test(state) || /^(08|57|53|40)/.test(state);
}
