import { isRecord, type LakeDocument } from './document.ts';
import { OrderedDocuments, type Ordinals } from './ordered-documents.ts';
import { Turns } from './turns.ts';

export type Scalar = string | number | boolean;

export type Documents = {
  all: () => readonly LakeDocument[];
  get: (id: string) => LakeDocument | undefined;
  ordinals: Ordinals;
};

/**
 * Documents by what stands at one path: a text, number or boolean, or each of those in a list. Made in
 * turns; until it is ready it knows no list.
 */
export class AttributeIndex {
  readonly #path: readonly string[];
  readonly #ordinals: Ordinals;
  readonly #lists = new Map<Scalar, OrderedDocuments>();

  readonly ready: Promise<void>;
  #isReady = false;

  constructor(path: readonly string[], { all, get, ordinals }: Documents) {
    this.#path = path;
    this.#ordinals = ordinals;
    this.ready = this.#make(all(), get);
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  with(value: Scalar): OrderedDocuments | undefined {
    return this.#lists.get(value);
  }

  put(before: LakeDocument | undefined, document: LakeDocument): void {
    const values = this.#valuesOf(document);
    if (before) this.#take(before, values);
    for (const value of values) {
      let list = this.#lists.get(value);
      if (!list) {
        list = new OrderedDocuments(this.#ordinals);
        this.#lists.set(value, list);
      }
      list.put(document);
    }
  }

  remove(before: LakeDocument): void {
    this.#take(before, new Set());
  }

  /** What changes meanwhile is put and taken at once, so each document is read as it is by then. */
  async #make(documents: readonly LakeDocument[], get: Documents['get']): Promise<void> {
    const turns = new Turns();
    for (const { _id } of documents) {
      if (turns.isSliceSpent()) await turns.take();
      const document = get(_id);
      if (document) this.put(undefined, document);
    }
    this.#isReady = true;
  }

  #take(before: LakeDocument, kept: ReadonlySet<Scalar>): void {
    for (const value of this.#valuesOf(before)) {
      if (kept.has(value)) continue;
      const list = this.#lists.get(value);
      list?.remove(before._id);
      if (list?.size === 0) this.#lists.delete(value);
    }
  }

  #valuesOf(document: LakeDocument): Set<Scalar> {
    const found = valueAt(document, this.#path);
    return new Set((Array.isArray(found) ? found : [found]).filter(isScalar));
  }
}

export function valueAt(document: LakeDocument, path: readonly string[]): unknown {
  let value: unknown = document;
  for (const name of path) {
    if (!isRecord(value) || !Object.hasOwn(value, name)) return null;
    value = value[name];
  }
  return value ?? null;
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
