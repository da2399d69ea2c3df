import { pino } from 'pino';
import { config } from './config.ts';

/** Lines carry an `event` name and ids, never addresses. The level is read late: a build has no configuration. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Called once by each program that writes logs. */
export function setLogLevel(): void {
  log.level = config().LOG_LEVEL;
}
