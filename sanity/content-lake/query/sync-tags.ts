import { createHmac } from 'node:crypto';
import type { ExprNode } from 'groq-js';
import { publishedId } from '../dataset/document.ts';
import type { LoggedChange } from '../store/transaction-log.ts';

/**
 * Sync tags say what an answer depends on: a type, a document, or everything. A transaction touches
 * the tags of its documents; whoever holds an answer with one of them asks again. They are made with a
 * key: live events are open to strangers, who must not find out a tag by guessing a type or an id.
 */
export class SyncTags {
  readonly #subjects = new Set<string>();
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  addFilter(filter: ExprNode | null): void {
    for (const subject of (filter && subjectsOf(filter)) ?? ['everything']) this.#subjects.add(subject);
  }

  addDocument(id: string): void {
    this.#subjects.add(`id:${publishedId(id)}`);
  }

  list(): string[] {
    return [...this.#subjects].map((subject) => tagOf(subject, this.#key));
  }
}

export function tagsTouchedBy(changes: readonly LoggedChange[], key: string): string[] {
  const subjects = new Set(['everything']);
  for (const { id, before, after } of changes) {
    subjects.add(`id:${publishedId(id)}`);
    if (before) subjects.add(`type:${before._type}`);
    if (after) subjects.add(`type:${after._type}`);
  }
  return [...subjects].map((subject) => tagOf(subject, key));
}

function tagOf(subject: string, key: string): string {
  return `s1:${createHmac('sha256', key).update(subject).digest('base64url').slice(0, 8)}`;
}

/** Null when the filter may let in documents of any type. */
function subjectsOf(filter: ExprNode): string[] | null {
  if (filter.type === 'Group') return subjectsOf(filter.base);
  if (filter.type === 'And') return subjectsOf(filter.left) ?? subjectsOf(filter.right);
  if (filter.type === 'Or') {
    const left = subjectsOf(filter.left);
    const right = subjectsOf(filter.right);
    return left && right ? [...left, ...right] : null;
  }
  if (filter.type !== 'OpCall' || (filter.op !== '==' && filter.op !== 'in')) return null;
  const { left, right } = filter;
  if (left.type !== 'AccessAttribute' || left.base || right.type !== 'Value') return null;
  const values: unknown[] = Array.isArray(right.value) ? right.value : [right.value];
  const names = values.filter((value) => typeof value === 'string');
  if (left.name === '_type') return names.map((name) => `type:${name}`);
  return left.name === '_id' ? names.map((name) => `id:${publishedId(name)}`) : null;
}
