import type { LakeDocument } from './document.ts';
import { Postings } from './postings.ts';
import { Turns } from './turns.ts';
import { wordsIn } from './words.ts';

/** A word as it must stand in a document: in full, or as a part of a longer one. */
export type WordPattern = { key: string; isOpenBefore: boolean; isOpenAfter: boolean };

type Source = { all: () => readonly LakeDocument[]; get: (id: string) => LakeDocument | undefined };

const staleBeforeMakingAgain = 100_000;
/** A longer word is a view of the text it was cut out of, and would keep that text. */
const longestCopied = 12;

/**
 * Which documents of a dataset may hold a word. Made in turns when it is begun; until it is ready it
 * knows nothing. A document stays listed by the words that it has lost: whoever asks looks at it anyway.
 */
export class WordIndex {
  readonly #source: Source;
  #postings = new Map<string, Postings>();
  #ids: string[] = [];
  #numbers = new Map<string, number>();
  #state: 'unmade' | 'making' | 'ready' = 'unmade';
  #stale = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  begin(): void {
    if (this.#state === 'unmade') void this.#make();
  }

  put(before: LakeDocument | undefined, document: LakeDocument): void {
    if (this.#state === 'unmade') return;
    const listed = before && this.#numbers.has(document._id) ? wordsIn(before) : null;
    if (listed) this.#stale++;
    this.#list(document, listed);
    if (this.#stale > staleBeforeMakingAgain) this.#forget();
  }

  /** The ids of documents that may hold the word; null when there are more, or nothing is known yet. */
  idsWith({ key, isOpenBefore, isOpenAfter }: WordPattern, most: number): Set<string> | null {
    this.begin();
    if (this.#state !== 'ready') return null;
    const isWhole = !isOpenBefore && !isOpenAfter;
    const words = isWhole ? [key] : this.#wordsLike(key, isOpenBefore, isOpenAfter);
    const lists = words.map((word) => this.#postings.get(word)).filter((list) => list !== undefined);
    const ids = new Set<string>();
    for (const list of lists) {
      if (list.length > most) return null;
      for (const number of list.all()) ids.add(this.#ids[number] ?? '');
      if (ids.size > most) return null;
    }
    return ids;
  }

  #wordsLike(key: string, isOpenBefore: boolean, isOpenAfter: boolean): string[] {
    const found: string[] = [];
    for (const word of this.#postings.keys()) {
      if (
        isOpenBefore && isOpenAfter
          ? word.includes(key)
          : isOpenAfter
            ? word.startsWith(key)
            : word.endsWith(key)
      )
        found.push(word);
    }
    return found;
  }

  async #make(): Promise<void> {
    this.#state = 'making';
    const turns = new Turns();
    for (const { _id } of this.#source.all()) {
      if (turns.isSliceSpent()) await turns.take();
      // What changes meanwhile is listed at once, so each document is read as it is by then.
      const document = this.#numbers.has(_id) ? undefined : this.#source.get(_id);
      if (document) this.#list(document, null);
    }
    this.#state = 'ready';
  }

  #list(document: LakeDocument, listed: ReadonlySet<string> | null): void {
    const number = this.#numberOf(document._id);
    for (const word of wordsIn(document)) {
      if (listed?.has(word)) continue;
      let postings = this.#postings.get(word);
      if (!postings) {
        postings = new Postings();
        this.#postings.set(word.length > longestCopied ? structuredClone(word) : word, postings);
      }
      postings.add(number);
    }
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    return number;
  }

  #forget(): void {
    this.#postings = new Map();
    this.#ids = [];
    this.#numbers = new Map();
    this.#stale = 0;
    this.#state = 'unmade';
  }
}
