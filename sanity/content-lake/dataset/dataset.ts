import { dataError } from '../http/lake-error.ts';
import { applyMutations, type MutationResult } from '../mutate/apply-mutations.ts';
import { checkReferences } from '../mutate/check-references.ts';
import type { DocumentMutation } from '../mutate/mutation.ts';
import type { Transaction, TransactionLog } from '../store/transaction-log.ts';
import { Perspectives } from './perspectives.ts';

export type CommitRequest = {
  transactionId: string;
  author: string;
  now: Date;
  isDryRun: boolean;
  /** Called when it is this commit's turn: what it reads cannot change before it is written. */
  mutations: () => Promise<readonly DocumentMutation[]> | readonly DocumentMutation[];
};
export type Committed = { transaction: Transaction | null; results: MutationResult[] };

/** One dataset: documents in memory, written through to the log, one commit after the other. */
export class Dataset {
  readonly name: string;
  readonly isPublic: boolean;
  readonly perspectives = new Perspectives();
  readonly log: TransactionLog;
  readonly #listeners = new Set<(transaction: Transaction) => void>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(name: string, isPublic: boolean, log: TransactionLog) {
    this.name = name;
    this.isPublic = isPublic;
    this.log = log;
    for (const document of log.documents()) this.perspectives.put(document);
  }

  /** Told of every transaction after it is on disk and visible to queries. */
  onTransaction(listener: (transaction: Transaction) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  commit(request: CommitRequest): Promise<Committed> {
    const work = this.#turn.then(() => this.#commitNow(request));
    this.#turn = work.catch(() => undefined);
    return work;
  }

  async #commitNow({ transactionId, author, now, isDryRun, mutations }: CommitRequest): Promise<Committed> {
    const { raw } = this.perspectives;
    const timestamp = now.toISOString();
    const stamp = { transactionId, timestamp };
    const { changes, results } = applyMutations((id) => raw.get(id), await mutations(), stamp);
    checkReferences(raw, changes);
    if (this.log.knows(transactionId)) {
      throw dataError(409, 'transactionError', `Transaction ID "${transactionId}" is already used`);
    }
    if (isDryRun || changes.length === 0) return { transaction: null, results };
    const transaction = this.log.append({ id: transactionId, author, timestamp }, changes);
    for (const { id, after } of changes) {
      if (after) this.perspectives.put(after);
      else this.perspectives.remove(id);
    }
    for (const listener of this.#listeners) listener(transaction);
    return { transaction, results };
  }
}
