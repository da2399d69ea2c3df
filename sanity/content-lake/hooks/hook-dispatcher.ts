import type { Dataset } from '../dataset/dataset.ts';
import { HistoryStore } from '../history/history-store.ts';
import type { Lake } from '../lake.ts';
import { type HookTransaction, hookMessages } from './hook-messages.ts';
import { HookSender } from './hook-sender.ts';

const dayMilliseconds = 86_400_000;
const logMilliseconds = 7 * dayMilliseconds;

/**
 * Turns transactions into messages of webhooks. A cursor per hook says which transactions have been
 * looked at, so that a program that ended in between goes on from there.
 */
export class HookDispatcher {
  readonly #lake: Lake;
  readonly #sender: HookSender;
  #turn: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** Something could not be queued, on a full disk say: the log says what, from the cursor on. */
  #isBehind = true;

  constructor(lake: Lake) {
    this.#lake = lake;
    this.#sender = new HookSender(lake.hooks, lake.hookLog);
  }

  start(): void {
    this.#forgetOld();
    this.#timer = setInterval(() => this.#forgetOld(), dayMilliseconds);
    this.#timer.unref();
    this.#inTurn(() => this.#catchUp());
    for (const dataset of this.#lake.datasets.values()) this.watch(dataset);
    this.#sender.send();
  }

  watch(dataset: Dataset): void {
    dataset.onTransaction((transaction) =>
      this.#inTurn(() => (this.#isBehind ? this.#catchUp() : this.#enqueue(dataset, transaction))),
    );
  }

  /** In turn: on a full disk it is said and tried again the next day. */
  #forgetOld(): void {
    this.#inTurn(async () => this.#lake.hooks.forgetOld(Date.now() - logMilliseconds));
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sender.stop();
    await this.#turn;
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error: unknown) => {
      this.#isBehind = true;
      console.error('lake.hooks.failed', error);
    });
  }

  async #enqueue(dataset: Dataset, transaction: HookTransaction): Promise<void> {
    for (const { hook, cursor } of this.#lake.hooks.all()) {
      const isMeant = hook.dataset === dataset.name || hook.dataset === '*';
      if (!isMeant || cursor >= transaction.seq) continue;
      const { raw } = dataset.perspectives;
      const own = { ...hook, dataset: dataset.name };
      const messages = hook.isDisabled ? [] : await hookMessages(own, transaction, raw, this.#lake.projectId);
      this.#lake.hooks.enqueue(hook.id, transaction.seq, messages, Date.now());
    }
    this.#sender.send();
  }

  /** What was committed before the program ended and had not been looked at yet, in its order. */
  async #catchUp(): Promise<void> {
    // Without any hook this is infinity, and nothing comes after it.
    const cursors = this.#lake.hooks.all().map(({ cursor }) => cursor);
    for (const { seq, dataset: name } of this.#lake.hooks.transactionsAfter(Math.min(...cursors))) {
      const dataset = this.#lake.datasets.get(name);
      if (dataset) await this.#enqueue(dataset, this.#recall(dataset, seq));
    }
    this.#isBehind = false;
  }

  #recall(dataset: Dataset, seq: number): HookTransaction {
    const history = new HistoryStore(this.#lake.database, dataset.name);
    const { raw } = dataset.perspectives;
    const entries = history.transaction(seq);
    const changes = entries.map(({ documentId: id }) => ({
      id,
      before: history.stateAt(id, raw.get(id), seq - 1),
      after: history.stateAt(id, raw.get(id), seq),
    }));
    const [first] = entries;
    return {
      seq,
      id: first?.transactionId ?? '',
      author: first?.author ?? '',
      timestamp: first?.timestamp ?? '',
      changes,
    };
  }
}
