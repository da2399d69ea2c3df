import type { DatabaseSync } from 'node:sqlite';
import { isDocument, type LakeDocument } from '../dataset/document.ts';
import { applyEffect, type Effects } from '../mutate/mendoza-patch.ts';

export type HistoryEntry = {
  seq: number;
  transactionId: string;
  author: string;
  timestamp: string;
  documentId: string;
  previousRev: string | null;
  effects: Effects;
  mutations: unknown;
};

export type HistoryRange = {
  from: number | null;
  to: number | null;
  isNewestFirst: boolean;
  authors?: readonly string[];
  excludedAuthors?: readonly string[];
  transactions: number;
};

/** Reads one dataset's log. What a document was is found by undoing, from what it is now. */
export class HistoryStore {
  readonly #database: DatabaseSync;
  readonly #dataset: string;

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database;
    this.#dataset = dataset;
  }

  seqOf(transactionId: string): number | null {
    const row = this.#database
      .prepare('SELECT seq FROM transactions WHERE dataset = ? AND id = ?')
      .get(this.#dataset, transactionId);
    return row ? Number(row.seq) : null;
  }

  seqAt(time: string): number {
    const row = this.#database
      .prepare('SELECT max(seq) AS seq FROM transactions WHERE dataset = ? AND timestamp <= ?')
      .get(this.#dataset, time);
    return Number(row?.seq ?? 0);
  }

  /** Uses changes_of_document: a prefix is a range of its second column. */
  documentIdsWithPrefix(prefix: string): string[] {
    return this.#database
      .prepare(
        `SELECT DISTINCT document_id FROM changes
         WHERE dataset = ? AND document_id >= ? AND document_id < ? LIMIT 10000`,
      )
      .all(this.#dataset, prefix, `${prefix}\u{10ffff}`)
      .map((row) => String(row.document_id));
  }

  /**
   * All changes of up to so many transactions, from and to included; of the whole dataset when no
   * document is named. Uses changes_of_document, or the transactions in their order.
   */
  entries(
    documentIds: readonly string[],
    { from, to, isNewestFirst, authors = [], excludedAuthors = [], transactions }: HistoryRange,
  ): HistoryEntry[] {
    const order = isNewestFirst ? 'DESC' : 'ASC';
    const rows = this.#database
      .prepare(
        `WITH touched AS (
           SELECT DISTINCT seq FROM ${documentIds.length > 0 ? 'changes JOIN transactions USING (seq)' : 'transactions'}
           WHERE transactions.dataset = ? AND seq BETWEEN ? AND ?
             ${documentIds.length > 0 ? `AND changes.dataset = ? AND document_id IN (${placesFor(documentIds)})` : ''}
             ${authors.length > 0 ? `AND author IN (${placesFor(authors)})` : ''}
             ${excludedAuthors.length > 0 ? `AND author NOT IN (${placesFor(excludedAuthors)})` : ''}
           ORDER BY seq ${order} LIMIT ?
         )
         SELECT changes.*, transactions.id AS transaction_id, author, timestamp
         FROM changes JOIN transactions USING (seq)
         WHERE seq IN (SELECT seq FROM touched)
         ORDER BY seq ${order}, ordinal`,
      )
      .all(
        this.#dataset,
        from ?? 0,
        to ?? Number.MAX_SAFE_INTEGER,
        ...(documentIds.length > 0 ? [this.#dataset, ...documentIds] : []),
        ...authors,
        ...excludedAuthors,
        transactions,
      );
    return rows.map((row) => ({
      seq: Number(row.seq),
      transactionId: String(row.transaction_id),
      author: String(row.author),
      timestamp: String(row.timestamp),
      documentId: String(row.document_id),
      previousRev: row.previous_rev === null ? null : String(row.previous_rev),
      effects: { apply: JSON.parse(String(row.apply)), revert: JSON.parse(String(row.revert)) },
      mutations: JSON.parse(String(row.mutations)),
    }));
  }

  transaction(seq: number): HistoryEntry[] {
    const rows = this.#database.prepare('SELECT document_id FROM changes WHERE seq = ?').all(seq);
    const ids = rows.map((row) => String(row.document_id));
    if (ids.length === 0) return [];
    return this.entries(ids, { from: seq, to: seq, isNewestFirst: false, transactions: 1 });
  }

  /** The document as it was after the transaction with this number. */
  stateAt(documentId: string, current: LakeDocument | undefined, seq: number): LakeDocument | null {
    const undone = this.#own(documentId, { from: seq + 1, to: null });
    let state = current ?? null;
    for (const entry of undone) state = undo(state, entry);
    return state;
  }

  /** The document as it last was, also when it has been deleted since. */
  lastState(documentId: string, current: LakeDocument | undefined): LakeDocument | null {
    if (current) return current;
    const [deletion] = this.#own(documentId, { from: null, to: null });
    return deletion ? undo(null, deletion) : null;
  }

  #own(documentId: string, range: { from: number | null; to: number | null }): HistoryEntry[] {
    const all = { ...range, isNewestFirst: true, transactions: -1 };
    return this.entries([documentId], all).filter((entry) => entry.documentId === documentId);
  }
}

function placesFor(values: readonly string[]): string {
  return values.map(() => '?').join(', ');
}

function undo(state: LakeDocument | null, { effects, previousRev }: HistoryEntry): LakeDocument | null {
  const before = applyEffect(state, effects.revert);
  if (before === null) return null;
  if (!isDocument(before)) throw new Error('The log does not lead back to a document');
  return { ...before, _rev: previousRev ?? '' };
}
