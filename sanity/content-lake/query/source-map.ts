import { isDocument, isRecord, type LakeDocument } from '../dataset/document.ts';
import type { Turns } from '../dataset/turns.ts';
import { separateTraces } from './source-traces.ts';

type Mapping = { type: 'value'; source: { type: 'documentValue'; document: number; path: number } };
export type SourceMap = {
  documents: { _id: string; _type: string }[];
  paths: string[];
  mappings: Record<string, Mapping>;
};

type Place = { document: number; path: string };

type Pacing = Pick<Turns, 'isSliceSpent' | 'take'>;

/** Takes the traces out of an answer and says for its values in which document, and where, they stand. */
export class SourceMapper {
  readonly #documents: LakeDocument[] = [];
  readonly #places = new Map<object, Place>();
  readonly #paths = new Map<string, number>();
  readonly #mappings: Record<string, Mapping> = {};

  /** The answer without traces, made in turns. */
  async clean(value: unknown, turns: Pacing): Promise<unknown> {
    const work = this.#cleaning(value, '$');
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (turns.isSliceSpent()) await turns.take();
    }
  }

  map(): SourceMap {
    return {
      documents: this.#documents.map(({ _id, _originalId, _type }) => ({
        _id: typeof _originalId === 'string' ? _originalId : _id,
        _type,
      })),
      paths: [...this.#paths.keys()],
      mappings: this.#mappings,
    };
  }

  /** Yields where others may have their turn. */
  *#cleaning(value: unknown, at: string): Generator<void, unknown> {
    if (Array.isArray(value)) {
      if (this.#isMapped(value, at)) return value;
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) {
        yield;
        items.push(yield* this.#cleaning(item, `${at}[${index}]`));
      }
      return items;
    }
    // Dates and paths are values of groq-js's own classes.
    if (!isRecord(value) || 'toJSON' in value) return value;
    if (isDocument(value)) this.#learn(value);
    if (this.#isMapped(value, at)) return value;
    return yield* this.#cleaningProjection(value, at);
  }

  *#cleaningProjection(value: object, at: string): Generator<void, object> {
    const { fields, self, reads } = separateTraces(value);
    this.#learn(self);
    const cleaned: [string, unknown][] = [];
    for (const [name, field] of fields) {
      const path = `${at}${segment(name)}`;
      const candidates = [...(reads.get(name) ?? []), { base: self, field: name }];
      const source = candidates.find(({ base, field: key }) => isRecord(base) && base[key] === field);
      if (source && field !== null) {
        this.#learn(source.base);
        const place = isRecord(source.base) ? this.#places.get(source.base) : undefined;
        if (place) {
          this.#mapDeep(field, path, { ...place, path: `${place.path}${segment(source.field)}` });
          cleaned.push([name, field]);
          continue;
        }
      }
      cleaned.push([name, yield* this.#cleaning(field, path)]);
    }
    return Object.fromEntries(cleaned);
  }

  /** Whether a value stands in a document as it is; then everything in it is mapped with it. */
  #isMapped(value: object, at: string): boolean {
    const place = this.#places.get(value);
    if (!place) return false;
    this.#mapDeep(value, at, place);
    return true;
  }

  /** A path that goes through a list names its members by their keys, so that it outlasts their moving. */
  #mapDeep(value: unknown, at: string, place: Place): void {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        this.#mapDeep(item, `${at}[${index}]`, { ...place, path: `${place.path}${member(item, index)}` });
      });
    } else if (isRecord(value)) {
      for (const [key, field] of Object.entries(value)) {
        if (key.startsWith('_')) continue;
        this.#mapDeep(field, `${at}${segment(key)}`, { ...place, path: `${place.path}${segment(key)}` });
      }
    } else if (value !== null) {
      const source = {
        type: 'documentValue' as const,
        document: place.document,
        path: this.#pathIndex(place.path),
      };
      this.#mappings[at] = { type: 'value', source };
    }
  }

  #pathIndex(path: string): number {
    const known = this.#paths.get(path);
    if (known !== undefined) return known;
    this.#paths.set(path, this.#paths.size);
    return this.#paths.size - 1;
  }

  /** Notes where every part of a document stands, by identity: answers hold the very same objects. */
  #learn(value: unknown): void {
    if (!isDocument(value) || this.#places.has(value)) return;
    const document = this.#documents.push(value) - 1;
    const note = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return;
      this.#places.set(part, { document, path });
      const entries: [string | number, unknown][] = Array.isArray(part)
        ? [...part.entries()]
        : Object.entries(part);
      for (const [key, field] of entries) {
        note(field, `${path}${typeof key === 'number' ? member(field, key) : segment(key)}`);
      }
    };
    note(value, '$');
  }
}

const escapes: Record<string, string> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
};

function segment(key: string): string {
  return `['${key.replace(/[\f\n\r\t'\\]/g, (character) => escapes[character] ?? character)}']`;
}

function member(item: unknown, index: number): string {
  if (!isRecord(item) || typeof item._key !== 'string') return `[${index}]`;
  return `[?(@._key=='${item._key.replace(/['\\]/g, (character) => escapes[character] ?? character)}')]`;
}
