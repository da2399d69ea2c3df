import { config } from '#lib/config.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { type Allowance, allowanceOf, openMeter } from '#lib/paywall/meter.ts';
import { type Cookies, currentReader, type Reading } from './current-reader.ts';
import { openPending, resendWaitSeconds } from './pending-sign-up.ts';
import { cookieName } from './reader-cookies.ts';

/** What a page needs to know of whoever opens an article, beside how much of it they get. */
export type Visit = {
  reader: Reader;
  /** Null where there is no meter. */
  allowance: Allowance | null;
  /** An address that was left in this browser and is not confirmed yet. */
  pending: { address: string; waitSeconds: number } | null;
};

/** Everybody: what a cached page says. */
export function anybodysVisit({ meter }: Reading, now: Date): Visit {
  const { SESSION_SECRET } = config();
  const allowance = allowanceOf(openMeter(SESSION_SECRET, null, meter, now), meter);
  return { reader: { kind: 'anonymous' }, allowance, pending: null };
}

/** This browser, by its cookies. */
export async function visitOf(cookies: Cookies, reading: Reading, now: Date): Promise<Visit> {
  const { SITE_URL, SESSION_SECRET } = config();
  const read = (name: string) => cookies.get(cookieName(SITE_URL, name))?.value ?? null;
  const reader = await currentReader(cookies, reading, now);
  const meter = openMeter(SESSION_SECRET, read('meter'), reading.meter, now);
  const pending =
    reader.kind === 'subscriber' ? null : openPending(SESSION_SECRET, read('pending') ?? '', now);
  return {
    reader,
    allowance: allowanceOf(meter, reading.meter),
    pending: pending && { address: pending.address, waitSeconds: resendWaitSeconds(pending, now) },
  };
}
