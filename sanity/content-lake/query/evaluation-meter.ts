import { setImmediate as nextTurn } from 'node:timers/promises';
import { dataError } from '../http/lake-error.ts';

const limits = { evaluationMilliseconds: 5000, sliceMilliseconds: 10, itemsBetweenLooks: 200 } as const;

/**
 * Keeps one evaluation from holding up everybody else. groq-js only ever waits for microtasks, so the
 * rewritten tree comes back here: each time it reads a list of documents or a list of its own, the
 * evaluation may be made to wait until other requests have had their turn, or ended.
 */
export class EvaluationMeter {
  readonly #startedAt = performance.now();
  #sliceStartedAt = this.#startedAt;

  isSliceSpent(): boolean {
    const now = performance.now();
    if (now - this.#startedAt > limits.evaluationMilliseconds) {
      throw dataError(
        400,
        'queryTimeoutError',
        `The query took longer than ${limits.evaluationMilliseconds} ms`,
      );
    }
    return now - this.#sliceStartedAt > limits.sliceMilliseconds;
  }

  async takeTurns(): Promise<void> {
    await nextTurn();
    this.#sliceStartedAt = performance.now();
  }

  /** What stands for a list in the tree: the list itself, or a stream that lets others in between. */
  list<Item>(items: readonly Item[]): readonly Item[] | Paced<Item> {
    const isShort = items.length <= limits.itemsBetweenLooks * 5;
    return isShort && !this.isSliceSpent() ? items : new Paced(items, this);
  }

  async *pace<Item>(items: readonly Item[]): AsyncGenerator<Item> {
    let count = 0;
    for (const item of items) {
      if (count++ % limits.itemsBetweenLooks === 0 && this.isSliceSpent()) await this.takeTurns();
      yield item;
    }
  }
}

/** groq-js takes whatever has a `next` for a stream, and asks for a new iterator each time it reads it. */
class Paced<Item> {
  readonly #items: readonly Item[];
  readonly #meter: EvaluationMeter;

  constructor(items: readonly Item[], meter: EvaluationMeter) {
    this.#items = items;
    this.#meter = meter;
  }

  next(): never {
    throw new Error('A paced list is read through its iterator');
  }

  [Symbol.asyncIterator](): AsyncGenerator<Item> {
    return this.#meter.pace(this.#items);
  }
}
