import { suppressAddress } from '#lib/subscribers/suppress-address.ts';
import { erased } from '#lib/subscribers/suppression-store.ts';
import type { Desk } from './desk.ts';
import { BadUsage, readAddress, readOptions } from './options.ts';

/** No mail to an address any more, subscriber or not. */
export async function suppress({ db, secret, now, say }: Desk, args: string[]): Promise<number> {
  const given = readOptions(args, { reason: { type: 'string' } }, 1);
  const { key } = readAddress(given.words[0]);
  const reason = given.text('reason')?.trim() ?? '';
  if (reason === '' || reason.length > 200) throw new BadUsage('--reason needs up to 200 characters.');
  if (reason === erased) throw new BadUsage('That reason is for an owner who had the account erased.');
  if (reason.includes('@')) throw new BadUsage('The reason is kept for good: write no address into it.');
  const result = await suppressAddress(db, secret, { emailKey: key, reason }, now);
  const who = result.isSubscriber ? 'The subscriber' : 'The address, which is no subscriber’s,';
  say(
    result.was === null
      ? `${who} gets no mail any more.`
      : `${who} got no mail already (${result.was}); that stays.`,
  );
  return 0;
}
