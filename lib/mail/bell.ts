import { setTimeout as pause } from 'node:timers/promises';

/** A rest that ends early when somebody rings; who rings while nobody rests ends the next rest at once. */
export class Bell {
  readonly #stop: AbortSignal;
  #hasRung = false;
  #sleeper: AbortController | null = null;

  constructor(stop: AbortSignal) {
    this.#stop = stop;
  }

  ring(): void {
    this.#hasRung = true;
    this.#sleeper?.abort();
  }

  async wait(mostMs: number): Promise<void> {
    if (!this.#hasRung) {
      this.#sleeper = new AbortController();
      const signal = AbortSignal.any([this.#stop, this.#sleeper.signal]);
      await pause(mostMs, undefined, { signal }).catch(() => undefined);
      this.#sleeper = null;
    }
    this.#hasRung = false;
  }
}
