import { setTimeout as pause } from 'node:timers/promises';
import { log } from '#lib/log.ts';
import { deliverBatch, pauseForTrouble } from './deliver-batch.ts';
import { findDueEditions, markLostUncertain } from './edition-outbox-store.ts';
import { type EditionStrain, editionStrain } from './edition-strain.ts';
import type { NewsletterOffice } from './newsletter-office.ts';

/** A relay that was away for longer: whether its mails still go out is for a person to say. */
const longestWithoutRelayMs = 3_600_000;
const longestRestMs = 60_000;
/** A lease takes minutes anyway. */
const lookForLostEveryMs = 60_000;

export type EditionPump = {
  /** Sends what is due of this edition, soon. */
  look: (editionId: string) => void;
  /** Finds whatever is due, also when nobody said so, and marks what a dead worker left in hand. */
  sweep: () => Promise<void>;
  /** Resolves when nothing is being sent. */
  rest: () => Promise<void>;
};

/** Sends one edition's batch after the other; several editions take turns. The relay's troubles are everybody's. */
export function openPump(office: NewsletterOffice, firstRestMs = 2000): EditionPump {
  const waiting = new Set<string>();
  const strains = new Map<string, EditionStrain>();
  let running: Promise<void> | null = null;
  let lookedForLostAt = 0;
  let noRelay: { since: number; times: number } | null = null;

  function look(editionId: string): void {
    waiting.add(editionId);
    start();
  }

  function start(): void {
    if (running || waiting.size === 0 || office.stopping.aborted) return;
    running = run().finally(() => {
      running = null;
      start();
    });
  }

  async function run(): Promise<void> {
    for (const editionId of waiting) {
      if (office.stopping.aborted) return;
      waiting.delete(editionId);
      // Added again it comes last, so that another edition has its turn before.
      if (await sendSome(editionId)) waiting.add(editionId);
    }
  }

  /** True when there is more to do. */
  async function sendSome(editionId: string): Promise<boolean> {
    const strain = strains.get(editionId) ?? editionStrain();
    strains.set(editionId, strain);
    try {
      const end = await deliverBatch(office, editionId, strain);
      if (end.kind === 'no relay') return await waitForRelay(editionId, end.error);
      noRelay = null;
      if (end.kind !== 'more') strains.delete(editionId);
      return end.kind === 'more';
    } catch (error) {
      // The sweep comes back to it.
      log.error({ event: 'edition.batch_failed', editionId, err: error });
      return false;
    }
  }

  async function waitForRelay(editionId: string, error: unknown): Promise<boolean> {
    const now = office.clock().getTime();
    noRelay ??= { since: now, times: 0 };
    if (now - noRelay.since > longestWithoutRelayMs) {
      // Whoever waits besides is paused at once, too; who comes later is given an hour of its own.
      if (waiting.size === 0) noRelay = null;
      await pauseForTrouble(office, editionId, 'no relay for more than an hour');
      return false;
    }
    const milliseconds = Math.min(longestRestMs, firstRestMs * 2 ** Math.min(noRelay.times, 10));
    noRelay.times += 1;
    log.warn({ event: 'edition.no_relay', editionId, seconds: milliseconds / 1000, err: error });
    await pause(milliseconds, undefined, { signal: office.stopping }).catch(() => undefined);
    return true;
  }

  return {
    look,
    sweep: async () => {
      const now = office.clock();
      if (now.getTime() - lookedForLostAt >= lookForLostEveryMs) {
        for (const { id, editionId } of await markLostUncertain(office.pool, now)) {
          log.warn({ event: 'delivery.uncertain', editionId, deliveryId: id });
        }
        lookedForLostAt = now.getTime();
      }
      for (const editionId of await findDueEditions(office.pool, now)) look(editionId);
    },
    rest: async () => {
      while (running) await running;
    },
  };
}
