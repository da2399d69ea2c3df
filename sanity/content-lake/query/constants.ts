import type { ExprNode } from 'groq-js';
import type { Inputs } from './stream-node.ts';

/** The value, or the members of the list, that an expression has whatever the document; null when it depends. */
export function constantsOf(node: ExprNode, outer: Inputs): unknown[] | null {
  if (node.type === 'Group') return constantsOf(node.base, outer);
  if (node.type === 'Array') {
    const lists = node.elements.map(({ value, isSplat }) => (isSplat ? null : single(value, outer)));
    return lists.every((list) => list !== null) ? lists.flat() : null;
  }
  const found = givenValue(node, outer);
  if (!found) return null;
  return Array.isArray(found.value) ? found.value : [found.value];
}

function single(node: ExprNode, outer: Inputs): unknown[] | null {
  const found = node.type === 'Array' ? null : constantsOf(node, outer);
  return found && !isList(node, outer) ? found : null;
}

export function isList(node: ExprNode, outer: Inputs): boolean {
  if (node.type === 'Group') return isList(node.base, outer);
  return node.type === 'Array' || Array.isArray(givenValue(node, outer)?.value);
}

function givenValue(node: ExprNode, outer: Inputs): { value: unknown } | null {
  if (node.type === 'Value') return { value: node.value ?? null };
  return node.type === 'Parameter' ? { value: outer[node.name] ?? null } : null;
}
