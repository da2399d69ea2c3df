import type { LakeDocument } from './document.ts';
import type { Ordinals } from './ordered-documents.ts';
import { sortInTurns } from './sort-in-turns.ts';
import { compareEntries, type SortedEntry, type SortOrder } from './sort-order.ts';
import { Turns } from './turns.ts';

export function sortedNow(
  documents: readonly LakeDocument[],
  order: SortOrder,
  ordinals: Ordinals,
): SortedEntry[] {
  const entries = documents.map((document) => entryOf(document, order, ordinals));
  return entries.sort(compareEntries(order.isDescending));
}

function entryOf(document: LakeDocument, order: SortOrder, ordinals: Ordinals): SortedEntry {
  return { document, keys: order.read(document), ordinal: ordinals.of(document._id) };
}

/**
 * The documents of one list by one order: sorted once, in turns, then kept so with every change.
 * What `entries` hands out never changes afterwards.
 */
export class SortedDocuments {
  /** Settled when `entries` may be read. */
  readonly ready: Promise<void>;
  readonly #order: SortOrder;
  readonly #ordinals: Ordinals;
  readonly #compare;
  #entries: SortedEntry[] = [];
  #isHandedOut = false;
  /** While it is sorted for the first time: what has changed since, by id. */
  #changedMeanwhile: Map<string, LakeDocument | null> | null = new Map();

  constructor(documents: readonly LakeDocument[], order: SortOrder, ordinals: Ordinals) {
    this.#order = order;
    this.#ordinals = ordinals;
    this.#compare = compareEntries(order.isDescending);
    this.ready = this.#sort(documents);
  }

  get isReady(): boolean {
    return this.#changedMeanwhile === null;
  }

  entries(): readonly SortedEntry[] {
    this.#isHandedOut = true;
    return this.#entries;
  }

  put(before: LakeDocument | undefined, document: LakeDocument): void {
    if (this.#changedMeanwhile) {
      this.#changedMeanwhile.set(document._id, document);
      return;
    }
    if (before) this.#take(before);
    const entry = this.#entryOf(document);
    this.#writable().splice(this.#placeOf(entry), 0, entry);
  }

  remove(before: LakeDocument): void {
    if (this.#changedMeanwhile) this.#changedMeanwhile.set(before._id, null);
    else this.#take(before);
  }

  async #sort(documents: readonly LakeDocument[]): Promise<void> {
    const turns = new Turns();
    const entries: SortedEntry[] = [];
    for (const [place, document] of documents.entries()) {
      if (place % 256 === 0 && turns.isSliceSpent()) await turns.take();
      entries.push(this.#entryOf(document));
    }
    const sorted = await sortInTurns(entries, this.#compare, turns);
    const changed = this.#changedMeanwhile ?? new Map<string, LakeDocument | null>();
    this.#changedMeanwhile = null;
    this.#entries = changed.size > 0 ? sorted.filter(({ document }) => !changed.has(document._id)) : sorted;
    for (const document of changed.values()) if (document) this.put(undefined, document);
  }

  #entryOf(document: LakeDocument): SortedEntry {
    return entryOf(document, this.#order, this.#ordinals);
  }

  #take(document: LakeDocument): void {
    const place = this.#placeOf(this.#entryOf(document));
    if (this.#entries[place]?.document._id !== document._id) {
      throw new Error(`A sorted list lost the document ${document._id}`);
    }
    this.#writable().splice(place, 1);
  }

  #writable(): SortedEntry[] {
    if (this.#isHandedOut) {
      this.#entries = this.#entries.slice();
      this.#isHandedOut = false;
    }
    return this.#entries;
  }

  #placeOf(wanted: SortedEntry): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && this.#compare(entry, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
