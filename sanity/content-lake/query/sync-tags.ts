import { createHash } from 'node:crypto';
import type { ExprNode } from 'groq-js';
import { publishedId } from '../dataset/document.ts';
import type { Transaction } from '../store/transaction-log.ts';

/**
 * Sync tags say what an answer depends on: a type, a document, or everything. A transaction touches
 * the tags of its documents; whoever holds an answer with one of them asks again.
 */
export class SyncTags {
  readonly #subjects = new Set<string>();

  addFilter(filter: ExprNode | null): void {
    for (const subject of (filter && subjectsOf(filter)) ?? ['everything']) this.#subjects.add(subject);
  }

  addDocument(id: string): void {
    this.#subjects.add(`id:${publishedId(id)}`);
  }

  list(): string[] {
    return [...this.#subjects].map(tagOf);
  }
}

export function tagsTouchedBy(transaction: Transaction): string[] {
  const subjects = new Set(['everything']);
  for (const { id, before, after } of transaction.changes) {
    subjects.add(`id:${publishedId(id)}`);
    if (before) subjects.add(`type:${before._type}`);
    if (after) subjects.add(`type:${after._type}`);
  }
  return [...subjects].map(tagOf);
}

function tagOf(subject: string): string {
  return `s1:${createHash('sha256').update(subject).digest('base64url').slice(0, 8)}`;
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
