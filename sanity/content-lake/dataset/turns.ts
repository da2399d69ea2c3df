const sliceMilliseconds = 10;

const waiting: (() => void)[] = [];
let isScheduled = false;

/**
 * Lets long work in the one thread give way. Only one of those that wait goes on in each round of the
 * event loop, so that requests are looked at after one slice, however many long evaluations there are.
 */
export class Turns {
  #sliceStartedAt = performance.now();

  /** How long this work has had the thread since it last gave way. */
  get sliceMilliseconds(): number {
    return performance.now() - this.#sliceStartedAt;
  }

  isSliceSpent(): boolean {
    return this.sliceMilliseconds > sliceMilliseconds;
  }

  async take(): Promise<void> {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      schedule();
    });
    this.#sliceStartedAt = performance.now();
  }
}

function schedule(): void {
  if (isScheduled) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    waiting.shift()?.();
    if (waiting.length > 0) schedule();
  });
}
