import { dataError, httpError } from '../http/lake-error.ts';
import { checkDepth } from '../mutate/check-depth.ts';
import { checkReferences } from '../mutate/check-references.ts';
import { type MutationResult, PendingTransaction } from '../mutate/pending-transaction.ts';
import type { Transaction, TransactionLog } from '../store/transaction-log.ts';
import type { LakeDocument } from './document.ts';
import { Perspectives } from './perspectives.ts';

export type CommitRequest = {
  transactionId: string;
  author: string;
  now: Date;
  isDryRun?: boolean;
  /** Called when it is this commit's turn: what it reads cannot change before it is written. */
  apply: (pending: PendingTransaction) => Promise<void> | void;
};
export type Committed = {
  transaction: Transaction | null;
  results: MutationResult[];
  /** What became of a document, also when nothing was written. */
  read: (id: string) => LakeDocument | null;
};

/** One dataset: documents in memory, written through to the log, one commit after the other. */
export class Dataset {
  readonly name: string;
  isPublic: boolean;
  readonly perspectives = new Perspectives();
  readonly log: TransactionLog;
  readonly #listeners = new Set<(transaction: Transaction) => void>();
  readonly #mourners = new Set<() => void>();
  #turn: Promise<unknown> = Promise.resolve();
  #isEnded = false;

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

  /** Told once, when the dataset has been deleted. */
  onEnd(listener: () => void): () => void {
    this.#mourners.add(listener);
    return () => this.#mourners.delete(listener);
  }

  /** Deletes it when it is its turn; what was asked for after that is refused. */
  async end(remove: () => void): Promise<void> {
    const work = this.#turn.then(() => {
      remove();
      this.#isEnded = true;
    });
    this.#turn = work.catch(() => undefined);
    await work;
    for (const mourner of this.#mourners) mourner();
  }

  commit(request: CommitRequest): Promise<Committed> {
    const work = this.#turn.then(() => this.#commitNow(request));
    this.#turn = work.catch(() => undefined);
    return work;
  }

  /** It is written whatever becomes of those who are told: one that fails keeps nobody else from hearing. */
  #tell(transaction: Transaction): void {
    for (const listener of this.#listeners) {
      try {
        listener(transaction);
      } catch (error) {
        console.error('lake.listener.failed', this.name, transaction.id, error);
      }
    }
  }

  async #commitNow({ transactionId, author, now, isDryRun, apply }: CommitRequest): Promise<Committed> {
    if (this.#isEnded) throw httpError(404, `Dataset "${this.name}" not found`);
    const { raw } = this.perspectives;
    const timestamp = now.toISOString();
    const pending = new PendingTransaction((id) => raw.get(id), { transactionId, timestamp });
    await apply(pending);
    const changes = pending.changes();
    checkDepth(changes);
    checkReferences(raw, changes);
    if (this.log.knows(transactionId)) {
      throw dataError(409, 'transactionError', `Transaction ID "${transactionId}" is already used`);
    }
    const committed = { results: pending.results, read: (id: string) => pending.read(id) };
    if (isDryRun || changes.length === 0) return { ...committed, transaction: null };
    const transaction = this.log.append({ id: transactionId, author, timestamp }, changes);
    for (const { id, after } of changes) {
      if (after) this.perspectives.put(after);
      else this.perspectives.remove(id);
    }
    this.#tell(transaction);
    return { ...committed, transaction };
  }
}
