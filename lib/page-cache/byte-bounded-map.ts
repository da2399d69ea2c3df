/** A map that forgets what was used longest ago once its values weigh more than `maxBytes` together. */
export class ByteBoundedMap<Value extends { readonly bytes: number }> {
  readonly #values = new Map<string, Value>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#values.size;
  }

  /** Looks without counting as a use. */
  peek(key: string): Value | undefined {
    return this.#values.get(key);
  }

  get(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    if (value.bytes > this.#maxBytes) return;
    this.#values.set(key, value);
    this.#bytes += value.bytes;
    for (const oldest of this.#values.keys()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const value = this.#values.get(key);
    if (value === undefined) return;
    this.#values.delete(key);
    this.#bytes -= value.bytes;
  }

  deleteWhere(matches: (value: Value) => boolean): number {
    let deleted = 0;
    for (const [key, value] of this.#values) {
      if (!matches(value)) continue;
      this.delete(key);
      deleted += 1;
    }
    return deleted;
  }
}
