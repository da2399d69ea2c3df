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
    const decided = await decideAll(tx, secret, rows);
    if (!dry) await write(tx, secret, decided, now);
    return decided.map(({ row, decision }) => ({ row, decision }));
  });
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

async function write(tx: Transaction, secret: string, decided: Decided[], now: Date): Promise<void> {
  const rowsTo = (kind: ImportDecision['kind']) => decided.filter(({ decision }) => decision.kind === kind);
  const added = await addImported(
    tx,
    rowsTo('add').map(({ row }) => row),
  );
  for (const { row, id } of rowsTo('confirm')) if (id) await confirmImported(tx, id, row);
  await addLists(
    tx,
    decided.flatMap(({ row, decision, id }) => {
      const subscriberId = decision.kind === 'confirm' ? id : added.get(row.email.key);
      const chosenAt = row.confirmedAt ?? row.createdAt;
      return subscriberId ? row.listIds.map((listId) => ({ subscriberId, listId, chosenAt })) : [];
    }),
  );
  for (const { row } of rowsTo('add')) {
    if (row.state !== 'suppressed') continue;
    const emailHash = suppressionHash(secret, row.email.key);
    await addSuppression(tx, { emailHash, reason: 'import' }, now);
  }
}
