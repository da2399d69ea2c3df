import { Turns } from '../dataset/turns.ts';
import { dataError, type LakeError } from '../http/lake-error.ts';

const limits = { evaluationMilliseconds: 5000, itemsBetweenLooks: 200 } as const;

/**
 * Keeps one evaluation from holding up everybody else: whatever reads many items looks here now and
 * then, and waits until other requests have had their turn, or for ever when the evaluation has ended.
 */
export class EvaluationMeter {
  readonly #startedAt = performance.now();
  readonly #turns = new Turns();
  readonly #end = Promise.withResolvers<never>();

  constructor() {
    // Nobody may be listening any more when it ends.
    this.#end.promise.catch(() => undefined);
  }

  /** Rejected when the evaluation has to end before it is done. */
  get ended(): Promise<never> {
    return this.#end.promise;
  }

  /**
   * Ends the evaluation; what called it never goes on. An error thrown inside of groq-js's streams may
   * come up where nobody waits for it yet, and would end the program.
   */
  end(cause: unknown): Promise<never> {
    this.#end.reject(cause);
    return new Promise(() => undefined);
  }

  /** How long the thread has been busy with this without giving way. */
  get sliceMilliseconds(): number {
    return this.#turns.sliceMilliseconds;
  }

  get isTimeOver(): boolean {
    return performance.now() - this.#startedAt > limits.evaluationMilliseconds;
  }

  isSliceSpent(): boolean {
    return this.isTimeOver || this.#turns.isSliceSpent();
  }

  take(): Promise<void> {
    return this.isTimeOver ? this.end(tookTooLong()) : this.#turns.take();
  }

  async *pace<Item>(items: readonly Item[]): AsyncGenerator<Item> {
    let count = 0;
    for (const item of items) {
      if (count++ % limits.itemsBetweenLooks === 0 && this.isSliceSpent()) await this.take();
      yield item;
    }
  }
}

function tookTooLong(): LakeError {
  return dataError(
    400,
    'queryTimeoutError',
    `The query took longer than ${limits.evaluationMilliseconds} ms`,
  );
}
