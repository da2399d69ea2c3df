import type { EvaluationMeter } from './evaluation-meter.ts';

const bounds = { first: 4, largest: 2048, milliseconds: 3 } as const;

/**
 * Does work on the items of a list in batches that take some milliseconds each, however long one item
 * takes, and lets others have their turn in between.
 */
export class Batches<Item> {
  readonly #meter: EvaluationMeter;
  readonly #work: (batch: Item[]) => Promise<void>;
  #batch: Item[] = [];
  #size: number = bounds.first;

  constructor(meter: EvaluationMeter, work: (batch: Item[]) => Promise<void>) {
    this.#meter = meter;
    this.#work = work;
  }

  /** True when a batch is full, or holds as many as are wanted. */
  add(item: Item, wanted = Number.POSITIVE_INFINITY): boolean {
    this.#batch.push(item);
    return this.#batch.length >= Math.min(this.#size, Math.max(wanted, bounds.first));
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    const startedAt = performance.now();
    await this.#work(batch);
    const took = performance.now() - startedAt;
    const ideal = (batch.length * bounds.milliseconds) / Math.max(took, 0.01);
    this.#size = Math.max(1, Math.ceil(Math.min(ideal, this.#size * 2, bounds.largest)));
    if (this.#meter.isSliceSpent()) await this.#meter.take();
  }
}
