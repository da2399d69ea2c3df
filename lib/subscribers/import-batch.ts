import type { Database, Transaction } from '#lib/db/database.ts';
import { decideImport, type ImportDecision, type ImportRow } from './decide-import.ts';
import { addImported, addLists, confirmImported, findSuppressions, lockSubscribers } from './import-store.ts';
import { addSuppression, suppressionHash } from './suppression-store.ts';

export type ImportDesk = { db: Database; secret: string };

type Decided = { row: ImportRow; decision: ImportDecision; id: string | null };

/**
 * Brings in some rows of different addresses, all or none. Dry: the same decisions from the same data, and nothing is
 * written.
 */
export async function importBatch(
  { db, secret }: ImportDesk,
  rows: ImportRow[],
  { now, dry }: { now: Date; dry: boolean },
): Promise<{ row: ImportRow; decision: ImportDecision }[]> {
  return db.transaction(async (tx) => {
    const decided = dry ? await decideAll(tx, secret, rows) : await bringIn(tx, secret, rows, now);
    return decided.map(({ row, decision }) => ({ row, decision }));
  });
}

/** Decides, writes, and decides again of those whose address has signed up in between: now there is a row to lock. */
async function bringIn(tx: Transaction, secret: string, rows: ImportRow[], now: Date): Promise<Decided[]> {
  const decided = await decideAll(tx, secret, rows);
  const overtaken = await write(tx, secret, decided, now);
  if (overtaken.size === 0) return decided;
  const again = await bringIn(tx, secret, [...overtaken], now);
  return [...decided.filter(({ row }) => !overtaken.has(row)), ...again];
}

async function decideAll(tx: Transaction, secret: string, rows: ImportRow[]): Promise<Decided[]> {
  const known = new Map(
    (
      await lockSubscribers(
        tx,
        rows.map((row) => row.email.key),
      )
    ).map((one) => [one.emailKey, one]),
  );
  const hashes = new Map(rows.map((row) => [row.email.key, suppressionHash(secret, row.email.key)]));
  const suppressed = new Map(
    (await findSuppressions(tx, [...hashes.values()])).map(({ emailHash, reason }) => [emailHash, reason]),
  );
  return rows.map((row) => {
    const here = known.get(row.email.key);
    const suppression = suppressed.get(hashes.get(row.email.key) ?? '') ?? null;
    return {
      row,
      id: here?.id ?? null,
      decision: decideImport(row, { state: here?.state ?? null, suppression }),
    };
  });
}

/** The rows that were to be added and could not, because their address signed up after it was looked for. */
async function write(
  tx: Transaction,
  secret: string,
  decided: Decided[],
  now: Date,
): Promise<Set<ImportRow>> {
  const rowsTo = (kind: ImportDecision['kind']) =>
    decided.filter(({ decision }) => decision.kind === kind).map(({ row }) => row);
  const toAdd = rowsTo('add');
  const added = await addImported(tx, toAdd);
  const inserted = toAdd.filter(({ email }) => added.has(email.key));
  for (const { row, decision, id } of decided)
    if (decision.kind === 'confirm' && id) await confirmImported(tx, id, row);
  await addLists(
    tx,
    decided.flatMap(({ row, decision, id }) => {
      const subscriberId = decision.kind === 'confirm' ? id : added.get(row.email.key);
      const chosenAt = row.confirmedAt ?? row.createdAt;
      return subscriberId ? row.listIds.map((listId) => ({ subscriberId, listId, chosenAt })) : [];
    }),
  );
  for (const row of [...inserted.filter(({ state }) => state === 'suppressed'), ...rowsTo('suppress')]) {
    const emailHash = suppressionHash(secret, row.email.key);
    await addSuppression(tx, { emailHash, reason: 'import' }, now);
  }
  return new Set(toAdd.filter((row) => !inserted.includes(row)));
}
