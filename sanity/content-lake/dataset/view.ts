import { isRecord, type LakeDocument, referencesIn } from './document.ts';
import { OrderedDocuments } from './ordered-documents.ts';

const nothing: readonly LakeDocument[] = [];

/** One perspective's documents, with the maps that let a query begin with few of them. */
export class View {
  readonly #byId = new Map<string, LakeDocument>();
  readonly #ordinal = new Map<string, number>();
  #nextOrdinal = 0;
  readonly #ordinals = { of: (id: string) => this.#ordinal.get(id) ?? Number.MAX_SAFE_INTEGER };
  readonly #everything = new OrderedDocuments(this.#ordinals);
  readonly #byType = new Map<string, OrderedDocuments>();
  readonly #bySlug = new Map<string, OrderedDocuments>();
  readonly #byReference = new Map<string, OrderedDocuments>();

  get(id: string): LakeDocument | undefined {
    return this.#byId.get(id);
  }

  all(): readonly LakeDocument[] {
    return this.#everything.all();
  }

  withType(type: string): readonly LakeDocument[] {
    return this.#byType.get(type)?.all() ?? nothing;
  }

  withSlug(slug: string): readonly LakeDocument[] {
    return this.#bySlug.get(slug)?.all() ?? nothing;
  }

  /** Documents that hold this id as a `_ref`, at any depth. */
  referringTo(id: string): readonly LakeDocument[] {
    return this.#byReference.get(id)?.all() ?? nothing;
  }

  types(): string[] {
    return [...this.#byType.keys()];
  }

  /** The documents of several lists, each once, in the order of the dataset. */
  inOrder(documents: Iterable<LakeDocument>): readonly LakeDocument[] {
    const ordinals = this.#ordinals;
    return [...new Set(documents)].sort((a, b) => ordinals.of(a._id) - ordinals.of(b._id));
  }

  put(document: LakeDocument): void {
    const before = this.#byId.get(document._id);
    if (before) this.#unlist(before, document);
    else this.#ordinal.set(document._id, this.#nextOrdinal++);
    this.#byId.set(document._id, document);
    this.#everything.put(document);
    for (const [index, key] of this.#keysOf(document)) {
      let list = index.get(key);
      if (!list) {
        list = new OrderedDocuments(this.#ordinals);
        index.set(key, list);
      }
      list.put(document);
    }
  }

  remove(id: string): void {
    const before = this.#byId.get(id);
    if (!before) return;
    this.#unlist(before, undefined);
    this.#everything.remove(id);
    this.#byId.delete(id);
    this.#ordinal.delete(id);
  }

  /** Takes a document out of the lists in which its next state does not stand. */
  #unlist(document: LakeDocument, next: LakeDocument | undefined): void {
    const kept = new Set(next ? this.#keysOf(next).map(([index, key]) => index.get(key)) : []);
    for (const [index, key] of this.#keysOf(document)) {
      const list = index.get(key);
      if (!list || kept.has(list)) continue;
      list.remove(document._id);
      if (list.size === 0) index.delete(key);
    }
  }

  #keysOf(document: LakeDocument): [Map<string, OrderedDocuments>, string][] {
    const keys: [Map<string, OrderedDocuments>, string][] = [[this.#byType, document._type]];
    const slug = isRecord(document.slug) ? document.slug.current : undefined;
    if (typeof slug === 'string') keys.push([this.#bySlug, slug]);
    const targets = new Set(referencesIn(document).map((reference) => reference.id));
    for (const target of targets) keys.push([this.#byReference, target]);
    return keys;
  }
}
