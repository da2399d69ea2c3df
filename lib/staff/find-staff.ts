import { createHash } from 'node:crypto';
import type { LimitVerdict } from '#lib/subscribers/sign-up-limits.ts';
import { askLake, type Lake, type TokenHolder } from './ask-lake.ts';

export type Asked = TokenHolder | Extract<LimitVerdict, { kind: 'limited' }>;

type Door = {
  lake: () => Lake;
  /** Whether one more token that was never seen to be good may be asked for. */
  limitStrangers: (from: { network: string; isStaffs: boolean }, now: Date) => Promise<LimitVerdict>;
};

type Kept = { holder: Promise<Asked>; until: number };

const freshMs = 60_000;
const mostKept = 500;

/** A token as it can stand in a header, and no longer than any that Sanity gives. */
const tokenShape = /^[!-~]{1,1000}$/;

/**
 * Asks the lake who holds a token, at most once a minute for each, also by many at once. A failure is thrown, and not
 * kept. Made-up tokens cost the lake no more than a limit allows and fill no memory, and shut nobody out: a token that
 * the lake has known once is asked for again without a limit and kept apart, and the network it came from does not
 * share the limit that everybody shares.
 */
export function staffDirectory({ lake, limitStrangers }: Door) {
  const known = new Map<string, Kept>();
  const strangers = new Map<string, Kept>();
  const networks = new Map<string, true>();

  const askForStranger = async (token: string, network: string, now: Date): Promise<Asked> => {
    const verdict = await limitStrangers({ network, isStaffs: networks.has(network) }, now);
    return verdict.kind === 'limited' ? verdict : askLake(lake(), token);
  };

  return ({ token, network }: { token: string; network: string }, now: Date): Promise<Asked> => {
    if (!tokenShape.test(token)) return Promise.resolve({ kind: 'unknown' });
    // The token itself is not kept: a dump of the memory opens no Studio.
    const key = createHash('sha256').update(token).digest('base64url');
    const before = known.get(key);
    const asked = before ?? strangers.get(key);
    if (asked && asked.until > now.getTime()) return asked.holder;
    const holder = before ? askLake(lake(), token) : askForStranger(token, network, now);
    const kept = { holder, until: now.getTime() + freshMs };
    keep(before ? known : strangers, key, kept);
    holder.then(
      ({ kind }) => {
        if (kind === 'limited') kept.until = 0;
        else if (kind === 'unknown') {
          known.delete(key);
          keep(strangers, key, kept);
        } else {
          strangers.delete(key);
          keep(known, key, kept);
          keep(networks, network, true);
        }
      },
      () => {
        kept.until = 0;
      },
    );
    return holder;
  };
}

/** The newest stay. */
function keep<T>(place: Map<string, T>, key: string, value: T): void {
  place.delete(key);
  place.set(key, value);
  const [oldest] = place.keys();
  if (place.size > mostKept && oldest !== undefined) place.delete(oldest);
}
