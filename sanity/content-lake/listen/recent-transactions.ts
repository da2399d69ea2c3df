import { randomUUID } from 'node:crypto';
import type { Dataset } from '../dataset/dataset.ts';
import type { Transaction } from '../store/transaction-log.ts';

/** An import's transactions hold hundreds of documents each, before and after: they count by their changes. */
const kept = { transactions: 500, changes: 5000 } as const;

/** The last transactions of a dataset, for listeners that were away for a moment. */
export class RecentTransactions {
  readonly #transactions: Transaction[] = [];
  /** Stands for "before anything this program saw"; another run of it does not know this one's. */
  readonly #start = `start-${randomUUID()}`;
  #latest = this.#start;
  #changes = 0;
  #hasForgotten = false;

  constructor(dataset: Dataset) {
    dataset.onTransaction((transaction) => {
      this.#transactions.push(transaction);
      this.#latest = transaction.id;
      this.#changes += transaction.changes.length;
      this.#forgetOld();
    });
  }

  #forgetOld(): void {
    while (this.#transactions.length > kept.transactions || this.#changes > kept.changes) {
      const forgotten = this.#transactions.shift();
      if (!forgotten) return;
      this.#changes -= forgotten.changes.length;
      this.#hasForgotten = true;
    }
  }

  latestId(): string {
    return this.#latest;
  }

  /** What came after the given transaction, or null when that is too long ago to know. */
  since(transactionId: string): Transaction[] | null {
    const at = this.#transactions.findLastIndex((transaction) => transaction.id === transactionId);
    const isFromStart = transactionId === this.#start && !this.#hasForgotten;
    if (at === -1 && !isFromStart && transactionId !== this.#latest) return null;
    return transactionId === this.#latest ? [] : this.#transactions.slice(at + 1);
  }
}
