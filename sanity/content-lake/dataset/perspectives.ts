import { isOpenToAnyone, isPublishedId, type LakeDocument, publishedId } from './document.ts';
import { keysOf } from './document-keys.ts';
import { View } from './view.ts';

/** `raw`, `published`, `anonymous`, or a stack: what comes first wins, published comes last. */
export type Perspective = 'raw' | 'published' | 'anonymous' | readonly string[];

/** The views of one dataset. A stack's view is built when first asked for and kept up to date after that. */
export class Perspectives {
  readonly raw = new View();
  readonly published = new View();
  /** Made when a stranger asks, which those of a private dataset do in vain. */
  #anonymous: View | null = null;
  readonly #stacks = new Map<string, { stack: readonly string[]; view: View }>();

  view(perspective: Perspective): View {
    if (perspective === 'raw') return this.raw;
    if (perspective === 'published') return this.published;
    if (perspective === 'anonymous') return this.#anonymousView();
    const key = perspective.join(',');
    const known = this.#stacks.get(key);
    if (known) return known.view;
    const view = new View();
    for (const id of new Set(this.raw.all().map((document) => publishedId(document._id)))) {
      this.#overlay(view, perspective, id);
    }
    this.#stacks.set(key, { stack: perspective, view });
    this.#forgetOldStacks();
    return view;
  }

  put(document: LakeDocument): void {
    const keys = keysOf(document);
    this.raw.put(document, keys);
    if (isPublishedId(document._id)) this.published.put(document, keys);
    if (isOpenToAnyone(document._id)) this.#anonymous?.put(document, keys);
    this.#refresh(document._id);
  }

  remove(id: string): void {
    this.raw.remove(id);
    this.published.remove(id);
    this.#anonymous?.remove(id);
    this.#refresh(id);
  }

  #anonymousView(): View {
    if (this.#anonymous) return this.#anonymous;
    const view = new View();
    for (const document of this.raw.all()) if (isOpenToAnyone(document._id)) view.put(document);
    this.#anonymous = view;
    return view;
  }

  #refresh(id: string): void {
    for (const { stack, view } of this.#stacks.values()) this.#overlay(view, stack, publishedId(id));
  }

  #overlay(view: View, stack: readonly string[], id: string): void {
    const candidates = stack.map((layer) => {
      if (layer === 'published') return id;
      return layer === 'drafts' ? `drafts.${id}` : `versions.${layer}.${id}`;
    });
    for (const candidate of [...candidates, id]) {
      const document = this.raw.get(candidate);
      if (!document) continue;
      view.put({ ...document, _id: id, _originalId: document._id });
      return;
    }
    view.remove(id);
  }

  /** A client can name any stack: only a few are kept, the ones asked for last. */
  #forgetOldStacks(): void {
    const limit = 8;
    for (const key of this.#stacks.keys()) {
      if (this.#stacks.size <= limit) return;
      this.#stacks.delete(key);
    }
  }
}
