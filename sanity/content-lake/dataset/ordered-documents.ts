import type { LakeDocument } from './document.ts';

/** Says where a document stands in the order in which the dataset got its documents. */
export type Ordinals = { of(id: string): number };

/**
 * Documents in the order of the dataset. What `all` hands out never changes afterwards:
 * a query that is still running keeps the state it began with.
 */
export class OrderedDocuments {
  #items: LakeDocument[] = [];
  #isHandedOut = false;
  readonly #ordinals: Ordinals;

  constructor(ordinals: Ordinals) {
    this.#ordinals = ordinals;
  }

  get size(): number {
    return this.#items.length;
  }

  all(): readonly LakeDocument[] {
    this.#isHandedOut = true;
    return this.#items;
  }

  put(document: LakeDocument): void {
    const items = this.#writable();
    const place = this.#placeOf(document._id);
    const isKnown = items[place]?._id === document._id;
    if (isKnown) items[place] = document;
    else if (place === items.length) items.push(document);
    else items.splice(place, 0, document);
  }

  remove(id: string): void {
    const place = this.#placeOf(id);
    if (this.#items[place]?._id === id) this.#writable().splice(place, 1);
  }

  #writable(): LakeDocument[] {
    if (this.#isHandedOut) {
      this.#items = this.#items.slice();
      this.#isHandedOut = false;
    }
    return this.#items;
  }

  /** The place at which the document stands or would be put. */
  #placeOf(id: string): number {
    const wanted = this.#ordinals.of(id);
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
