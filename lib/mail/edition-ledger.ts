import type pg from 'pg';
import { suppressionHash } from '#lib/subscribers/suppression-store.ts';
import {
  type ClaimedRow,
  claimOfEdition,
  exchangeRows,
  type RowInHand,
  type RowResult,
  releaseRows,
} from './edition-outbox-store.ts';
import { persistently } from './persistently.ts';

/** A claimed row that nobody hands over in this time is anybody's: nothing has left, so it may be short. */
const claimMs = 30_000;
/** Longer than a mail can take with all the timeouts of a connection. */
export const handOverMs = 6 * 60_000;
const blockSize = 100;

type Ask = {
  result: RowResult | null;
  wantsNext: boolean;
  resolve: (row: RowInHand | null) => void;
  reject: (error: unknown) => void;
};

type Surroundings = { pool: pg.Pool; secret: string; clock: () => Date; stopping: AbortSignal };

export type EditionLedger = {
  /** Settles a row that came back, and hands out the next; null when there is none to be sent now. */
  exchange: (result: RowResult | null, wantsNext: boolean) => Promise<RowInHand | null>;
  /** Gives back what was claimed and not handed out. */
  close: () => Promise<void>;
  /** False when the quota was the reason to end. */
  isDone: () => boolean;
};

/**
 * The rows of one edition between the database and the connections. Every connection asks on its own; what is asked
 * while a statement runs goes into the next one, so that they share commits. A row is marked only when a connection
 * asks for it, and settled with the same connection's next: never more rows in hand than connections.
 */
export function openLedger(
  editionId: string,
  quota: number,
  { pool, secret, clock, stopping }: Surroundings,
): EditionLedger {
  let asked: Ask[] = [];
  let isWorking = false;
  let block: ClaimedRow[] = [];
  let left = quota;
  let isDone = false;
  const after = (milliseconds: number) => new Date(clock().getTime() + milliseconds);

  async function take(count: number): Promise<ClaimedRow[]> {
    if (block.length < count && left > 0 && !isDone) {
      const most = Math.min(blockSize, left);
      const rows = await persistently(
        () => claimOfEdition(pool, editionId, most, clock(), after(claimMs)),
        stopping,
      );
      left -= rows.length;
      isDone = rows.length === 0;
      block.push(...rows);
    }
    return block.splice(0, count);
  }

  async function serve(round: Ask[]): Promise<void> {
    let results = round.flatMap(({ result }) => result ?? []);
    const waiting = round.filter(({ wantsNext }) => wantsNext);
    for (;;) {
      const rows = await take(waiting.length);
      if (results.length === 0 && rows.length === 0) break;
      const next = rows.map((row) => ({ row, emailHash: suppressionHash(secret, row.emailKey) }));
      const [now, until, settled] = [clock(), after(handOverMs), results];
      const { inHand, isOpen } = await persistently(
        () => exchangeRows(pool, settled, next, now, until),
        stopping,
      );
      results = [];
      if (!isOpen) {
        isDone = true;
        block.push(...rows);
      }
      for (const row of inHand) waiting.shift()?.resolve(row);
      if (waiting.length === 0 || rows.length === 0 || !isOpen) break;
    }
    for (const one of round) if (!one.wantsNext || waiting.includes(one)) one.resolve(null);
  }

  async function work(): Promise<void> {
    while (asked.length > 0) {
      const round = asked;
      asked = [];
      await serve(round).catch((error: unknown) => {
        for (const { reject } of round) reject(error);
      });
    }
    isWorking = false;
  }

  return {
    exchange: (result, wantsNext) =>
      new Promise((resolve, reject) => {
        asked.push({ result, wantsNext, resolve, reject });
        if (isWorking) return;
        isWorking = true;
        // Whoever comes back in the same moment shares the statement.
        setImmediate(work);
      }),
    close: async () => {
      if (block.length > 0) await releaseRows(pool, block, clock());
      block = [];
    },
    isDone: () => isDone,
  };
}
