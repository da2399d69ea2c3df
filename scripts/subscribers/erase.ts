import { eraseSubscriber } from '#lib/subscribers/erase-subscriber.ts';
import { findSubscriberByKey } from '#lib/subscribers/subscriber-store.ts';
import type { Desk } from './desk.ts';
import { BadUsage, readAddress, readOptions } from './options.ts';

/** Forgets a subscriber as their own account page does. 1: there is none, or nobody agreed. */
export async function erase({ db, secret, now, say, tell, ask }: Desk, args: string[]): Promise<number> {
  const given = readOptions(args, { yes: { type: 'boolean' } }, 1);
  const { key } = readAddress(given.words[0]);
  const subscriber = await findSubscriberByKey(db, key);
  if (!subscriber) {
    tell('There is no such subscriber.');
    return 1;
  }
  if (!given.is('yes')) {
    if (!ask) throw new BadUsage('Nobody can be asked here: say --yes.');
    const typed = await ask('This cannot be undone. Type the address to erase it: ');
    if (typed.trim().toLowerCase() !== key) {
      tell('That is not the address. Nothing was erased.');
      return 1;
    }
  }
  await eraseSubscriber(db, secret, subscriber.id, now);
  say('Erased. What stays is a keyed hash, so that no import brings the address back.');
  return 0;
}
