import type { LakeDocument } from './document.ts';

type Change = { before: LakeDocument | undefined; after: LakeDocument | undefined };

const kept = 500;

/** The last changes of a view, numbered: what was counted before them can be brought up to date. */
export class RecentChanges {
  #changes: Change[] = [];
  #first = 0;

  get now(): number {
    return this.#first + this.#changes.length;
  }

  add(change: Change): void {
    this.#changes.push(change);
    if (this.#changes.length < 2 * kept) return;
    this.#changes = this.#changes.slice(kept);
    this.#first += kept;
  }

  /** Null when they are too long ago. */
  since(number: number): readonly Change[] | null {
    return number < this.#first ? null : this.#changes.slice(number - this.#first);
  }
}
