import type { DatabaseSync } from 'node:sqlite';
import { isDocument, type LakeDocument } from '../dataset/document.ts';
import { type Effects, effectsBetween } from '../mutate/mendoza-patch.ts';
import type { DocumentChange } from '../mutate/pending-transaction.ts';
import { inTransaction } from './database.ts';

export type LoggedChange = DocumentChange & { effects: Effects };
export type Transaction = {
  seq: number;
  id: string;
  author: string;
  timestamp: string;
  changes: LoggedChange[];
};

/** Writes documents and the log in one transaction; when `append` returns they are on disk. */
export class TransactionLog {
  readonly #database: DatabaseSync;
  readonly #dataset: string;
  readonly #insertTransaction;
  readonly #insertChange;
  readonly #putDocument;
  readonly #deleteDocument;

  constructor(database: DatabaseSync, dataset: string) {
    this.#database = database;
    this.#dataset = dataset;
    this.#insertTransaction = database.prepare(
      'INSERT INTO transactions (dataset, id, author, timestamp) VALUES (?, ?, ?, ?)',
    );
    this.#insertChange = database.prepare(
      `INSERT INTO changes (seq, ordinal, dataset, document_id, mutations, apply, revert, previous_rev)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#putDocument = database.prepare(
      `INSERT INTO documents (dataset, id, json) VALUES (?, ?, ?)
       ON CONFLICT (dataset, id) DO UPDATE SET json = excluded.json`,
    );
    this.#deleteDocument = database.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?');
  }

  knows(transactionId: string): boolean {
    const query = 'SELECT 1 AS found FROM transactions WHERE dataset = ? AND id = ?';
    return this.#database.prepare(query).get(this.#dataset, transactionId) !== undefined;
  }

  *documents(): Generator<LakeDocument> {
    // The plus keeps SQLite from using the index, after which it would have to sort all the JSON by rowid.
    const rows = this.#database.prepare('SELECT json FROM documents WHERE +dataset = ? ORDER BY rowid');
    for (const row of rows.iterate(this.#dataset)) {
      const document: unknown = JSON.parse(String(row.json));
      if (!isDocument(document)) throw new Error('A stored document has no _id or _type');
      yield document;
    }
  }

  append(transaction: Omit<Transaction, 'seq' | 'changes'>, changes: readonly DocumentChange[]): Transaction {
    const { id, author, timestamp } = transaction;
    const logged = changes.map((change) => ({
      ...change,
      effects: effectsBetween(change.before, change.after),
    }));
    const seq = inTransaction(this.#database, () => {
      const inserted = this.#insertTransaction.run(this.#dataset, id, author, timestamp);
      const number = Number(inserted.lastInsertRowid);
      logged.forEach((change, ordinal) => {
        this.#write(number, ordinal, change);
      });
      return number;
    });
    return { seq, id, author, timestamp, changes: logged };
  }

  #write(seq: number, ordinal: number, { id, before, after, mutations, effects }: LoggedChange): void {
    this.#insertChange.run(
      seq,
      ordinal,
      this.#dataset,
      id,
      JSON.stringify(mutations),
      JSON.stringify(effects.apply),
      JSON.stringify(effects.revert),
      before?._rev ?? null,
    );
    if (after) this.#putDocument.run(this.#dataset, id, JSON.stringify(after));
    else this.#deleteDocument.run(this.#dataset, id);
  }
}
