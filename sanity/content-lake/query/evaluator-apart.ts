import type { Dataset } from '../dataset/dataset.ts';
import { dataError } from '../http/lake-error.ts';
import type { ApartQuery } from './apart-messages.ts';
import { EvaluationThread } from './evaluation-thread.ts';

const limits = { waitingMilliseconds: 10_000, idleMilliseconds: 60_000 } as const;

const evaluators = new WeakMap<Dataset, EvaluatorApart>();

export function evaluatorOf(dataset: Dataset): EvaluatorApart {
  const known = evaluators.get(dataset);
  if (known) return known;
  const made = new EvaluatorApart(dataset);
  evaluators.set(dataset, made);
  return made;
}

/**
 * Evaluates queries of one dataset in a thread of its own, one after the other. The thread begins when
 * it is first needed, and ends when it has not been needed for a minute, or when one evaluation takes
 * too much time or memory; then the next query begins another.
 */
export class EvaluatorApart {
  readonly #dataset: Dataset;
  #thread: EvaluationThread | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    dataset.onEnd(() => this.#thread?.end(new Error('The dataset was deleted')));
  }

  /** The body of the answer, as JSON text. */
  answer(query: ApartQuery): Promise<Uint8Array<ArrayBuffer>> {
    const askedAt = performance.now();
    const work = this.#turn.then(() => {
      if (performance.now() - askedAt > limits.waitingMilliseconds) {
        throw dataError(400, 'queryTimeoutError', 'The query waited too long for others');
      }
      return this.#answerNow(query);
    });
    this.#turn = work.catch(() => undefined);
    return work;
  }

  async #answerNow(query: ApartQuery): Promise<Uint8Array<ArrayBuffer>> {
    clearTimeout(this.#idle);
    if (!this.#thread || this.#thread.isEnded) this.#thread = new EvaluationThread(this.#dataset);
    try {
      return await this.#thread.ask(query);
    } finally {
      const rest = () => this.#thread?.end(new Error('Nobody has asked for a minute'));
      this.#idle = setTimeout(rest, limits.idleMilliseconds).unref();
    }
  }
}
