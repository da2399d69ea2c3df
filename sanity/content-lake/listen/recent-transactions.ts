import { randomUUID } from 'node:crypto';
import type { Dataset } from '../dataset/dataset.ts';
import type { Transaction } from '../store/transaction-log.ts';

/** An import's transactions hold hundreds of documents each, before and after: they count by their changes. */
const kept = { transactions: 500, changes: 5000 } as const;

/** The last transactions of a dataset, for listeners that were away for a moment. */
export class RecentTransactions {
  readonly #transactions: Transaction[] = [];
  /**
   * The transaction before the oldest that is kept. At the start it stands for "before anything this
   * program saw"; another run of it does not know this one's.
   */
  #before = `start-${randomUUID()}`;
  #changes = 0;

  constructor(dataset: Dataset) {
    dataset.onTransaction((transaction) => {
      this.#transactions.push(transaction);
      this.#changes += transaction.changes.length;
      this.#forgetOld();
    });
  }

  #forgetOld(): void {
    while (this.#transactions.length > kept.transactions || this.#changes > kept.changes) {
      const forgotten = this.#transactions.shift();
      if (!forgotten) return;
      this.#changes -= forgotten.changes.length;
      this.#before = forgotten.id;
    }
  }

  latestId(): string {
    return this.#transactions.at(-1)?.id ?? this.#before;
  }

  /** What came after the given transaction, or null when that is too long ago to know. */
  since(transactionId: string): Transaction[] | null {
    const at = this.#transactions.findLastIndex((transaction) => transaction.id === transactionId);
    return at === -1 && transactionId !== this.#before ? null : this.#transactions.slice(at + 1);
  }
}
