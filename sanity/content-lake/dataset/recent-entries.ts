/** A map that keeps what was asked for last, up to a bound, and says what it drops. */
export class RecentEntries<Key, Value> {
  readonly #entries = new Map<Key, Value>();
  readonly #bound: number;
  readonly #onDrop: (value: Value, key: Key) => void;

  constructor(bound: number, onDrop: (value: Value, key: Key) => void = () => undefined) {
    this.#bound = bound;
    this.#onDrop = onDrop;
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const [oldest, dropped] of this.#entries) {
      if (this.#entries.size <= this.#bound) return;
      this.#entries.delete(oldest);
      this.#onDrop(dropped, oldest);
    }
  }

  values(): Iterable<Value> {
    return this.#entries.values();
  }
}
