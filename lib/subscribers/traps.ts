import { log } from '#lib/log.ts';
import { cameBackTooQuickly } from './form-stamp.ts';
import { type LimitDesk, limit } from './limit.ts';
import { keyedHash } from './secret-token.ts';
import { hastyLimit, type LimitVerdict, networkLimit } from './sign-up-limits.ts';
import type { SignUpRequest } from './sign-up-request.ts';

type Tried = Pick<SignUpRequest, 'website' | 'opened'> & { network: string };

/**
 * Looks for what programs do. Nobody is told a false success: who looks like a program is asked to press once more,
 * with everything still in the form and no trap in it. A filled hidden field uses up the network's own tries; a form
 * that comes back faster than people type is let through as often as a household's browsers fill forms by themselves.
 */
export async function passTraps(
  desk: LimitDesk & { secret: string },
  { website, opened, network }: Tried,
  now: Date,
): Promise<LimitVerdict | { kind: 'again' }> {
  const networkHash = keyedHash(desk.secret, 'limit.network', network);
  if (website !== '') {
    log.info({ event: 'sign_up.trapped', trap: 'hidden field' });
    const verdict = await limit(desk, [networkLimit(networkHash)], now);
    return verdict.kind === 'limited' ? verdict : { kind: 'again' };
  }
  if (!cameBackTooQuickly(desk.secret, opened, now)) return { kind: 'free' };
  const verdict = await limit(desk, [hastyLimit(networkHash)], now);
  if (verdict.kind === 'free') return verdict;
  log.info({ event: 'sign_up.trapped', trap: 'too quick' });
  return { kind: 'again' };
}
