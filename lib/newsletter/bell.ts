import { setTimeout as pause } from 'node:timers/promises';

/** Who rests can be rung for; a ring stays until it is answered. */
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

  /** Whether it has rung since it was last asked. */
  answer(): boolean {
    const hasRung = this.#hasRung;
    this.#hasRung = false;
    return hasRung;
  }

  /** Over when its time is, when it rings or has rung, and when everything stops. */
  async rest(mostMs: number): Promise<void> {
    if (this.#hasRung) return;
    this.#sleeper = new AbortController();
    const signal = AbortSignal.any([this.#stop, this.#sleeper.signal]);
    await pause(mostMs, undefined, { signal }).catch(() => undefined);
    this.#sleeper = null;
  }
}
