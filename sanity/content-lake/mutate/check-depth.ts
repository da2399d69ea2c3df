import { mutationError } from '../http/lake-error.ts';
import type { DocumentChange } from './pending-transaction.ts';

/** Hosted Sanity allows 20. Whatever walks through documents recurses, and must not run out of stack at a start. */
const deepest = 200;

export function checkDepth(changes: readonly DocumentChange[]): void {
  changes.forEach(({ id, after }, index) => {
    if (!after || !isDeeper(after, deepest)) return;
    const description = `Document "${id}" is nested more than ${deepest} levels deep`;
    throw mutationError({ type: 'validationError', id, description }, index, 400);
  });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((part) => isDeeper(part, levels - 1));
}
