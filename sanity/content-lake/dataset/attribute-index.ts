import { isRecord, type LakeDocument } from './document.ts';
import { OrderedDocuments, type Ordinals } from './ordered-documents.ts';

export type Scalar = string | number | boolean;

/** Documents by what stands at one path: a text, number or boolean, or each of those in a list. */
export class AttributeIndex {
  readonly #path: readonly string[];
  readonly #ordinals: Ordinals;
  readonly #lists = new Map<Scalar, OrderedDocuments>();

  constructor(path: readonly string[], ordinals: Ordinals, documents: readonly LakeDocument[]) {
    this.#path = path;
    this.#ordinals = ordinals;
    for (const document of documents) this.put(undefined, document);
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
