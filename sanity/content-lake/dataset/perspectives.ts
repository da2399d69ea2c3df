import { DerivedView, type Showing } from './derived-view.ts';
import { isOpenToAnyone, isPublishedId, type LakeDocument, publishedId } from './document.ts';
import { keysOf } from './document-keys.ts';
import { RecentEntries } from './recent-entries.ts';
import { View } from './view.ts';

/** `raw`, `published`, `anonymous`, or a stack: what comes first wins, published comes last. */
export type Perspective = 'raw' | 'published' | 'anonymous' | readonly string[];

/** A client can name any stack: only a few are kept, the ones asked for last. */
const keptStacks = 8;

/** The views of one dataset. A stack's view is made when first asked for and kept up to date after that. */
export class Perspectives {
  readonly raw = new View();
  readonly published = new View(undefined, this.raw.words);
  /** Made when a stranger asks, which those of a private dataset do in vain. */
  #anonymous: DerivedView | null = null;
  readonly #stacks = new RecentEntries<string, DerivedView>(keptStacks);

  async view(perspective: Perspective): Promise<View> {
    if (perspective === 'raw') return this.raw;
    if (perspective === 'published') return this.published;
    if (perspective === 'anonymous') return this.#anonymousView().ready;
    const key = perspective.join(',');
    const known = this.#stacks.get(key);
    if (known) return known.ready;
    const ids = new Set(this.raw.all().map((document) => publishedId(document._id)));
    const view = new DerivedView(ids, this.#overlay(perspective), this.raw.words);
    this.#stacks.set(key, view);
    return view.ready;
  }

  put(document: LakeDocument): void {
    const keys = keysOf(document);
    this.raw.put(document, keys);
    if (isPublishedId(document._id)) this.published.put(document, keys);
    this.#refresh(document._id);
  }

  remove(id: string): void {
    this.raw.remove(id);
    this.published.remove(id);
    this.#refresh(id);
  }

  #anonymousView(): DerivedView {
    const ids = () => this.raw.all().map((document) => document._id);
    this.#anonymous ??= new DerivedView(ids(), this.#ifOpen, this.raw.words);
    return this.#anonymous;
  }

  #refresh(id: string): void {
    this.#anonymous?.refresh(id);
    for (const view of this.#stacks.values()) view.refresh(publishedId(id));
  }

  readonly #ifOpen: Showing = (id) => (isOpenToAnyone(id) ? this.raw.get(id) : undefined);

  #overlay(stack: readonly string[]): Showing {
    return (id) => {
      const candidates = stack.map((layer) => {
        if (layer === 'published') return id;
        return layer === 'drafts' ? `drafts.${id}` : `versions.${layer}.${id}`;
      });
      for (const candidate of [...candidates, id]) {
        const document = this.raw.get(candidate);
        if (document) return { ...document, _id: id, _originalId: document._id };
      }
      return undefined;
    };
  }
}
