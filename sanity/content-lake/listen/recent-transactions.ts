import { randomUUID } from 'node:crypto';
import type { Dataset } from '../dataset/dataset.ts';
import type { Transaction } from '../store/transaction-log.ts';

const kept = 500;

/** The last transactions of a dataset, for listeners that were away for a moment. */
export class RecentTransactions {
  readonly #transactions: Transaction[] = [];
  /** Stands for "before anything this program saw"; another run of it does not know this one's. */
  readonly #start = `start-${randomUUID()}`;

  constructor(dataset: Dataset) {
    dataset.onTransaction((transaction) => {
      this.#transactions.push(transaction);
      if (this.#transactions.length > kept) this.#transactions.shift();
    });
  }

  latestId(): string {
    return this.#transactions.at(-1)?.id ?? this.#start;
  }

  /** What came after the given transaction, or null when that is too long ago to know. */
  since(transactionId: string): Transaction[] | null {
    const at = this.#transactions.findLastIndex((transaction) => transaction.id === transactionId);
    const isFromStart = transactionId === this.#start && this.#transactions.length < kept;
    return at === -1 && !isFromStart ? null : this.#transactions.slice(at + 1);
  }
}
