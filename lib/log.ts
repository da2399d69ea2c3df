import { destination, pino } from 'pino';
import { logLevel } from './config.ts';

/** Message, stack and the chain of causes; nothing else of an error, for clients hang whole requests on theirs. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  // A failed query's own message lists its parameters, readers' addresses among them; the database's says what broke.
  if ('params' in error && error.cause !== undefined) return describe(error.cause);
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}

/**
 * Lines carry a stable `event` name first, then ids and counts; never an address, a token or what a reader wrote.
 * stderr, written at once: a line about a crash must be out before the process is gone.
 */
export const log = pino(
  {
    level: logLevel(),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describe },
  },
  destination({ fd: 2, sync: true }),
);
