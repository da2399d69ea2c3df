import { DrizzleQueryError } from 'drizzle-orm/errors';

/** A statement that the database did not answer, or refused; anything else that is thrown is somebody else's fault. */
export function isDatabaseFailure(error: unknown): boolean {
  return error instanceof DrizzleQueryError;
}
