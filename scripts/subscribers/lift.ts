import { liftSuppression } from '#lib/subscribers/lift-suppression.ts';
import type { Desk } from './desk.ts';
import { readAddress, readOptions } from './options.ts';

/** Mail may go to an address again that was to get none. */
export async function lift({ db, secret, say }: Desk, args: string[]): Promise<number> {
  const { key } = readAddress(readOptions(args, {}, 1).words[0]);
  const { was } = await liftSuppression(db, secret, key);
  if (was === null) {
    say('Nothing keeps mail from this address.');
    return 1;
  }
  say(`It may get mail again (${was}). Newsletters come when its reader chooses them again.`);
  return 0;
}
