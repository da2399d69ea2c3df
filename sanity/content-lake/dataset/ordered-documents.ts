import type { LakeDocument } from './document.ts';
import type { SortOrder } from './sort-order.ts';
import { SortedDocuments } from './sorted-documents.ts';

/** Says where a document stands in the order in which the dataset got its documents. */
export type Ordinals = { of(id: string): number };

/**
 * Documents in the order of the dataset, and in any other that was asked for. What `all` hands out
 * never changes afterwards: a query that is still running keeps the state it began with.
 */
export class OrderedDocuments {
  #items: LakeDocument[] = [];
  #isHandedOut = false;
  readonly #ordinals: Ordinals;
  readonly #sorted = new Map<string, SortedDocuments>();

  /** Whether it is kept up to date, or was made for one question. */
  readonly isKept: boolean;

  constructor(ordinals: Ordinals, isKept = true) {
    this.#ordinals = ordinals;
    this.isKept = isKept;
  }

  get size(): number {
    return this.#items.length;
  }

  all(): readonly LakeDocument[] {
    this.#isHandedOut = true;
    return this.#items;
  }

  /** Sorted when first asked for, and kept until it is forgotten. */
  sortedBy(order: SortOrder): SortedDocuments {
    const known = this.#sorted.get(order.name);
    if (known) return known;
    const sorted = new SortedDocuments(this.all(), order, this.#ordinals);
    this.#sorted.set(order.name, sorted);
    return sorted;
  }

  forgetOrder(name: string): void {
    this.#sorted.delete(name);
  }

  put(document: LakeDocument): void {
    const items = this.#writable();
    const place = this.#placeOf(document._id);
    const at = items[place];
    const before = at?._id === document._id ? at : undefined;
    if (before) items[place] = document;
    else if (place === items.length) items.push(document);
    else items.splice(place, 0, document);
    for (const sorted of this.#sorted.values()) sorted.put(before, document);
  }

  remove(id: string): void {
    const place = this.#placeOf(id);
    const before = this.#items[place];
    if (before?._id !== id) return;
    this.#writable().splice(place, 1);
    for (const sorted of this.#sorted.values()) sorted.remove(before);
  }

  #writable(): LakeDocument[] {
    if (this.#isHandedOut) {
      this.#items = this.#items.slice();
      this.#isHandedOut = false;
    }
    return this.#items;
  }

  /** The place at which the document stands or would be put; most are new, and come last. */
  #placeOf(id: string): number {
    const wanted = this.#ordinals.of(id);
    const last = this.#items.at(-1);
    if (!last || this.#ordinals.of(last._id) < wanted) return this.#items.length;
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const document = this.#items[middle];
      if (document && this.#ordinals.of(document._id) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
