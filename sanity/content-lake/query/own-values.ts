import type { ExprNode } from 'groq-js';
import { mapChildren } from './tree.ts';

/** Nodes whose value depends on nothing but what they are made of. `^` and `->` are not among them. */
const plainNodes = new Set<ExprNode['type']>([
  'This',
  'Value',
  'AccessAttribute',
  'AccessElement',
  'Slice',
  'Group',
  'ArrayCoerce',
  'Not',
  'Neg',
  'Pos',
  'And',
  'Or',
  'OpCall',
  'InRange',
  'Select',
  'Filter',
  'Map',
  'FlatMap',
  'Array',
]);
const plainFunctions = new Set([
  'global::coalesce',
  'global::count',
  'global::dateTime',
  'global::defined',
  'global::length',
  'global::lower',
  'global::path',
  'global::references',
  'global::round',
  'global::string',
  'global::upper',
  'pt::text',
  'string::lower',
  'string::split',
  'string::startsWith',
  'string::upper',
]);

/**
 * Whether an expression says the same of a document each time: it asks for nothing but the document,
 * and the values of `isGiven` parameters.
 */
export function dependsOnDocumentAlone(node: ExprNode, isGiven: (name: string) => boolean): boolean {
  if (node.type === 'FuncCall') {
    if (!plainFunctions.has(`${node.namespace}::${node.name}`)) return false;
  } else if (node.type === 'Parameter') {
    return isGiven(node.name);
  } else if (!plainNodes.has(node.type)) {
    return false;
  }
  let isPlain = true;
  mapChildren(node, (child) => {
    isPlain &&= dependsOnDocumentAlone(child, isGiven);
    return child;
  });
  return isPlain;
}

/** An impossible date compares with nothing, so no list can be kept sorted by dates. */
export function makesDates(node: ExprNode): boolean {
  let isFound = node.type === 'FuncCall' && node.name === 'dateTime';
  mapChildren(node, (child) => {
    isFound ||= makesDates(child);
    return child;
  });
  return isFound;
}
