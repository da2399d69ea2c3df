import type { LakeDocument } from './document.ts';
import { Turns } from './turns.ts';
import { View } from './view.ts';
import type { WordIndex } from './word-index.ts';

/** What a view shows under an id; undefined when nothing. */
export type Showing = (id: string) => LakeDocument | undefined;

/** A view that is made of another one, in turns, and kept up to date after that. */
export class DerivedView {
  /** Settled when it shows everything. */
  readonly ready: Promise<View>;
  readonly #view: View;
  readonly #showing: Showing;
  /** While it is made for the first time: what has changed since, in that order. */
  #changedMeanwhile: Set<string> | null = new Set();

  constructor(ids: Iterable<string>, showing: Showing, words: WordIndex) {
    this.#view = new View(undefined, words);
    this.#showing = showing;
    this.ready = this.#make(ids);
  }

  refresh(id: string): void {
    if (this.#changedMeanwhile) this.#changedMeanwhile.add(id);
    else this.#show(id);
  }

  async #make(ids: Iterable<string>): Promise<View> {
    const turns = new Turns();
    for (const id of ids) {
      if (turns.isSliceSpent()) await turns.take();
      this.#show(id);
    }
    const changed = this.#changedMeanwhile ?? [];
    this.#changedMeanwhile = null;
    for (const id of changed) this.#show(id);
    return this.#view;
  }

  #show(id: string): void {
    const document = this.#showing(id);
    if (document) this.#view.put(document);
    else this.#view.remove(id);
  }
}
