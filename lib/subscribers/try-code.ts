import { log } from '#lib/log.ts';
import type { LimitDesk } from './limit.ts';
import { type CodeSignIn, type Press, signInByCode } from './sign-in.ts';
import { giveBackCodeTry, type Limited, limitCodeTries } from './sign-in-limits.ts';

type Try = Press & { handle: string; code: string; network: string };

/** A code as somebody types it, as often as codes may be typed wrong. */
export async function tryCode(
  desk: LimitDesk & { secret: string },
  { network, ...press }: Try,
  now: Date,
): Promise<CodeSignIn | Limited> {
  const limited = await limitCodeTries(desk, network, now);
  if (limited) return limited;
  const result = await signInByCode(desk.db, { ...press, secret: desk.secret }, now);
  if (result.kind === 'signed-in' || result.kind === 'repeated') {
    // The session is open: a count too many must not keep its reader from it.
    await giveBackCodeTry(desk, network, now).catch((error: unknown) =>
      log.warn({ event: 'sign_in.try_not_given_back', err: error }),
    );
  }
  return result;
}
