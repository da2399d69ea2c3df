import { ByteBoundedMap } from './byte-bounded-map.ts';

const mebibyte = 1024 * 1024;

/** One thing kept: a page, a route's answer, or data that pages were made of. */
export type Entry<Value> = {
  readonly value: Value;
  readonly tags: readonly string[];
  /** When the making of the value began: what was cleared since then may have changed under it. */
  readonly startedAt: number;
  /** From when its lifetime counts; moved on when a failed renewal keeps the old value. */
  readonly keptAt: number;
  readonly cacheControl: CacheControl | undefined;
  /** From when it must not be served any more, not even while it is renewed. */
  readonly endsAt?: number | null;
  readonly bytes: number;
};

type CacheControl = { revalidate: number | false; expire: number | undefined };

export function hasEnded({ endsAt }: Entry<unknown>, now: number): boolean {
  return typeof endsAt === 'number' && endsAt <= now;
}

/** Nearly past counts as past: the framework reads the clock a moment later than we do. */
export function isPast(entry: Entry<unknown>, now: number): boolean {
  const { keptAt, cacheControl } = entry;
  if (hasEnded(entry, now)) return true;
  const revalidate = cacheControl?.revalidate;
  return typeof revalidate === 'number' && keptAt + revalidate * 1000 < now + 100;
}

type Shelf = 'pages' | 'errors' | 'data';

/** A render under way. Whoever asks for the same page meanwhile gets its result. */
export type Render = { readonly startedAt: number; readonly ended: Promise<void>; readonly end: () => void };

/**
 * Everything the site keeps in memory between requests. Three shelves with bounds of their own, so that a flood of
 * addresses that do not exist pushes no page out. It starts empty with the process: what was published while the
 * site was down cannot be hidden by something older.
 */
export class PageStore<Value extends object> {
  readonly #shelves: Record<Shelf, ByteBoundedMap<Entry<Value>>> = {
    pages: new ByteBoundedMap(128 * mebibyte),
    errors: new ByteBoundedMap(8 * mebibyte),
    data: new ByteBoundedMap(64 * mebibyte),
  };
  readonly #clearedAt = new Map<string, number>();
  readonly #startOfValue = new WeakMap<Value, number>();
  readonly #renders = new Set<Render>();

  get(key: string): Entry<Value> | undefined {
    const { pages, errors, data } = this.#shelves;
    return pages.get(key) ?? data.get(key) ?? errors.get(key);
  }

  /** Looks without counting as a use. */
  peek(key: string): Entry<Value> | undefined {
    const { pages, errors, data } = this.#shelves;
    return pages.peek(key) ?? data.peek(key) ?? errors.peek(key);
  }

  /**
   * Keeps a value, unless one of its tags was cleared after its making began: then it may show the old state, and
   * keeping it would show it again and again.
   */
  keep(
    key: string,
    shelf: Shelf,
    kept: Omit<Entry<Value>, 'startedAt'>,
    startedAt: number,
  ): 'kept' | 'outdated' {
    const began = this.#startOfValue.get(kept.value) ?? startedAt;
    this.forget(key);
    if (this.clearedSince(kept.tags, began)) return 'outdated';
    this.#startOfValue.set(kept.value, began);
    this.#shelves[shelf].set(key, { ...kept, startedAt: began });
    return 'kept';
  }

  forget(key: string): void {
    for (const shelf of Object.values(this.#shelves)) shelf.delete(key);
  }

  clearedSince(tags: readonly string[], moment: number): boolean {
    return tags.some((tag) => (this.#clearedAt.get(tag) ?? -1) >= moment);
  }

  /** Forgets everything that carries one of the tags; returns how many entries that were. */
  clear(tags: readonly string[], now: number): number {
    const cleared = new Set(tags);
    for (const tag of cleared) this.#clearedAt.set(tag, now);
    let forgotten = 0;
    for (const shelf of Object.values(this.#shelves)) {
      forgotten += shelf.deleteWhere((entry) => entry.tags.some((tag) => cleared.has(tag)));
    }
    return forgotten;
  }

  beginRender(startedAt: number): Render {
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const end = () => {
      this.#renders.delete(render);
      resolve();
    };
    const render: Render = { startedAt, ended, end };
    this.#renders.add(render);
    return render;
  }

  /** The renders that began in this span and are still under way. Older ones were given up by their readers. */
  rendersBegun(from: number, to: number): Render[] {
    for (const render of this.#renders) if (render.startedAt < from) render.end();
    return [...this.#renders].filter(({ startedAt }) => startedAt <= to);
  }

  sizes(): Record<Shelf, { entries: number; bytes: number }> {
    const size = ({ size, bytes }: ByteBoundedMap<Entry<Value>>) => ({ entries: size, bytes });
    const { pages, errors, data } = this.#shelves;
    return { pages: size(pages), errors: size(errors), data: size(data) };
  }
}
