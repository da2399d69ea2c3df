import { AttributeIndex, type Scalar } from './attribute-index.ts';
import type { LakeDocument } from './document.ts';
import { type DocumentKeys, keysOf } from './document-keys.ts';
import { OrderedDocuments } from './ordered-documents.ts';
import { RecentChanges } from './recent-changes.ts';
import { RecentEntries } from './recent-entries.ts';
import type { SortOrder } from './sort-order.ts';
import { type SortedDocuments, sortedNow } from './sorted-documents.ts';
import { WordIndex } from './word-index.ts';

const bounds = { attributes: 24, sortedLists: 500, sortedEachTime: 64, counts: 500 } as const;

/** Reading all documents once for a new list pays from here on. */
const fewDocuments = 500;

type Sorted = Pick<SortedDocuments, 'isReady' | 'ready' | 'entries'>;

/** One perspective's documents, with the lists that let a query begin with few of them. */
export class View {
  readonly #few: number;
  readonly #byId = new Map<string, LakeDocument>();
  readonly #ordinal = new Map<string, number>();
  #nextOrdinal = 0;
  readonly #ordinals = { of: (id: string) => this.#ordinal.get(id) ?? Number.MAX_SAFE_INTEGER };
  readonly everything = new OrderedDocuments(this.#ordinals);
  readonly changes = new RecentChanges();
  /** How many documents meet a condition, by the condition's text. */
  readonly counts = new RecentEntries<string, { count: number; asOf: number }>(bounds.counts);
  readonly #nothing = new OrderedDocuments(this.#ordinals);
  readonly #byType = new Map<string, OrderedDocuments>();
  readonly #bySlug = new Map<string, OrderedDocuments>();
  readonly #byReference = new Map<string, OrderedDocuments>();
  readonly #byAttribute = new RecentEntries<string, AttributeIndex>(bounds.attributes);
  readonly #sorted = new RecentEntries<SortedDocuments, () => void>(bounds.sortedLists, (forget) => forget());

  /** Another view's, when this one shows the same documents in another perspective. */
  readonly words: WordIndex;
  readonly #hasOwnWords: boolean;

  constructor(few: number = fewDocuments, words?: WordIndex) {
    this.#few = few;
    this.#hasOwnWords = words === undefined;
    this.words = words ?? new WordIndex({ all: () => this.all(), get: (id) => this.get(id) });
  }

  /** Whether so many documents are looked at one by one sooner than a new list is made of them. */
  areFew(count: number): boolean {
    return count <= this.#few;
  }

  get(id: string): LakeDocument | undefined {
    return this.#byId.get(id);
  }

  all(): readonly LakeDocument[] {
    return this.everything.all();
  }

  /** A list of one document, or of none. */
  only(id: string): OrderedDocuments {
    const document = this.#byId.get(id);
    if (!document) return this.#nothing;
    const list = new OrderedDocuments(this.#ordinals);
    list.put(document);
    return list;
  }

  /** A list, made for one question, of those that there are. */
  withIds(ids: readonly string[]): OrderedDocuments {
    const ordinals = new Map(ids.map((id) => [id, this.#ordinals.of(id)]));
    const list = new OrderedDocuments(this.#ordinals, false);
    for (const [id] of [...ordinals].sort(([, a], [, b]) => a - b)) {
      const document = this.#byId.get(id);
      if (document) list.put(document);
    }
    return list;
  }

  withType(type: string): OrderedDocuments {
    return this.#byType.get(type) ?? this.#nothing;
  }

  withSlug(slug: string): OrderedDocuments {
    return this.#bySlug.get(slug) ?? this.#nothing;
  }

  /** Documents that hold this id as a `_ref`, at any depth. */
  referringTo(id: string): OrderedDocuments {
    return this.#byReference.get(id) ?? this.#nothing;
  }

  /**
   * Documents with this value at a path, or in the list there. The first question about a path has them
   * all read; null until that is done.
   */
  withAttribute(path: readonly string[], value: Scalar): OrderedDocuments | null {
    const name = JSON.stringify(path);
    let index = this.#byAttribute.get(name);
    if (!index) {
      const all = () => this.everything.all();
      const get = (id: string) => this.#byId.get(id);
      index = new AttributeIndex(path, { all, get, ordinals: this.#ordinals });
      this.#byAttribute.set(name, index);
    }
    return index.isReady ? (index.with(value) ?? this.#nothing) : null;
  }

  /** Settled when every path that was asked about is known; null when none is being read. */
  indexesInMaking(): Promise<unknown> | null {
    const unready = [...this.#byAttribute.values()].filter((index) => !index.isReady);
    return unready.length > 0 ? Promise.all(unready.map((index) => index.ready)) : null;
  }

  /** A list by another order; the longer lists asked for last are kept sorted. */
  sorted(list: OrderedDocuments, order: SortOrder): Sorted {
    if (list.size <= Math.max(1, Math.min(this.#few, bounds.sortedEachTime))) {
      const entries = sortedNow(list.all(), order, this.#ordinals);
      return { isReady: true, ready: Promise.resolve(), entries: () => entries };
    }
    const sorted = list.sortedBy(order);
    if (!this.#sorted.get(sorted)) this.#sorted.set(sorted, () => list.forgetOrder(order.name));
    return sorted;
  }

  /** The documents of several lists, each once, in the order of the dataset. */
  inOrder(lists: readonly OrderedDocuments[]): readonly LakeDocument[] {
    const [only, ...others] = lists;
    if (only && others.length === 0) return only.all();
    const byOrdinal = new Map<number, LakeDocument>();
    for (const list of lists) {
      for (const document of list.all()) byOrdinal.set(this.#ordinals.of(document._id), document);
    }
    // A list of numbers is sorted in a tenth of the time.
    return [...Float64Array.from(byOrdinal.keys()).sort()].flatMap((place) => byOrdinal.get(place) ?? []);
  }

  put(document: LakeDocument, keys: DocumentKeys = keysOf(document)): void {
    const before = this.#byId.get(document._id);
    if (before) this.#unlist(before, keys);
    else this.#ordinal.set(document._id, this.#nextOrdinal++);
    this.#byId.set(document._id, document);
    this.everything.put(document);
    for (const [index, key] of this.#placesOf(keys)) {
      let list = index.get(key);
      if (!list) {
        list = new OrderedDocuments(this.#ordinals);
        index.set(key, list);
      }
      list.put(document);
    }
    for (const index of this.#byAttribute.values()) index.put(before, document);
    if (this.#hasOwnWords) this.words.put(before, document);
    this.changes.add({ before, after: document });
  }

  remove(id: string): void {
    const before = this.#byId.get(id);
    if (!before) return;
    this.#unlist(before, undefined);
    this.everything.remove(id);
    for (const index of this.#byAttribute.values()) index.remove(before);
    this.changes.add({ before, after: undefined });
    this.#byId.delete(id);
    this.#ordinal.delete(id);
  }

  /** Takes a document out of the lists in which its next state does not stand. */
  #unlist(document: LakeDocument, next: DocumentKeys | undefined): void {
    const kept = new Set(next ? this.#placesOf(next).map(([index, key]) => index.get(key)) : []);
    for (const [index, key] of this.#placesOf(keysOf(document))) {
      const list = index.get(key);
      if (!list || kept.has(list)) continue;
      list.remove(document._id);
      if (list.size === 0) index.delete(key);
    }
  }

  #placesOf({ type, slug, targets }: DocumentKeys): [Map<string, OrderedDocuments>, string][] {
    const places: [Map<string, OrderedDocuments>, string][] = [[this.#byType, type]];
    if (slug !== null) places.push([this.#bySlug, slug]);
    for (const target of targets) places.push([this.#byReference, target]);
    return places;
  }
}
