import 'server-only';
import { log } from '#lib/log.ts';

/** A database that does not answer is an expected outcome of a form: its reader is told that nothing has changed. */
export async function unlessFailed<T>(event: string, act: () => Promise<T>): Promise<T | { kind: 'failed' }> {
  try {
    return await act();
  } catch (error) {
    log.error({ event, err: error });
    return { kind: 'failed' };
  }
}
