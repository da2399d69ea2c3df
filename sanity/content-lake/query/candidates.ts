import type { ExprNode } from 'groq-js';
import type { LakeDocument } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';

export type Candidates = readonly LakeDocument[];

/**
 * The documents that may satisfy a filter, in the order of the dataset, or null when no map serves it.
 * A superset by construction: a filter keeps what is exactly `true`; `a && b` is true only where both
 * are, so either side's candidates do; `a || b` is true only where one is, so both are needed.
 */
export function candidatesFor(filter: ExprNode, view: View): Candidates | null {
  switch (filter.type) {
    case 'Group':
      return candidatesFor(filter.base, view);
    case 'And': {
      const left = candidatesFor(filter.left, view);
      const right = candidatesFor(filter.right, view);
      if (!left || !right) return left ?? right;
      return left.length <= right.length ? left : right;
    }
    case 'Or': {
      const left = candidatesFor(filter.left, view);
      const right = left && candidatesFor(filter.right, view);
      return left && right ? view.inOrder([...left, ...right]) : null;
    }
    case 'OpCall':
      if (filter.op === '==')
        return equal(filter.left, filter.right, view) ?? equal(filter.right, filter.left, view);
      if (filter.op === 'in') return member(filter.left, filter.right, view);
      return null;
    case 'FuncCall': {
      if (filter.namespace !== 'global' || filter.name !== 'references') return null;
      const ids = filter.args.map(constantStrings);
      return ids.every((list) => list !== null)
        ? union(ids.flat(), view, (id) => view.referringTo(id))
        : null;
    }
    default:
      return null;
  }
}

type Lookup = (value: string) => Candidates;

function equal(path: ExprNode, value: ExprNode, view: View): Candidates | null {
  const lookup = lookupOf(path, view);
  if (!lookup || value.type !== 'Value' || typeof value.value !== 'string') return null;
  return lookup(value.value);
}

function member(left: ExprNode, right: ExprNode, view: View): Candidates | null {
  // "id" in topics[]._ref
  if (left.type === 'Value' && typeof left.value === 'string') {
    return endsInReference(right) ? view.referringTo(left.value) : null;
  }
  // _type in ["a", "b"]
  const lookup = lookupOf(left, view);
  const values = lookup && constantStrings(right);
  return lookup && values ? union(values, view, lookup) : null;
}

/** Which map answers `<path> == "value"`. */
function lookupOf(path: ExprNode, view: View): Lookup | null {
  if (path.type === 'Group') return lookupOf(path.base, view);
  if (path.type !== 'AccessAttribute') return null;
  const isOfDocument = path.base === undefined;
  if (isOfDocument && path.name === '_type') return (type) => view.withType(type);
  if (isOfDocument && path.name === '_id') return (id) => listOf(view.get(id));
  if (path.name === '_ref' && readsDocument(path)) return (id) => view.referringTo(id);
  const isSlug =
    path.name === 'current' &&
    path.base?.type === 'AccessAttribute' &&
    path.base.name === 'slug' &&
    path.base.base === undefined;
  return isSlug ? (slug) => view.withSlug(slug) : null;
}

/** `topics[]._ref`, `body[].markDefs[].article._ref`: whatever it yields, the reference map knows it. */
function endsInReference(path: ExprNode): boolean {
  switch (path.type) {
    case 'AccessAttribute':
      return path.name === '_ref' && readsDocument(path);
    case 'Map':
    case 'FlatMap':
      return readsDocument(path.base) && endsInReference(path.expr);
    case 'Group':
    case 'ArrayCoerce':
      return endsInReference(path.base);
    default:
      return false;
  }
}

/** Whether a path stays inside the document all the way: no `->`, no `^`, no `*`, nothing computed. */
function readsDocument(path: ExprNode): boolean {
  switch (path.type) {
    case 'This':
      return true;
    case 'AccessAttribute':
      return path.base === undefined || readsDocument(path.base);
    case 'Group':
    case 'ArrayCoerce':
    case 'AccessElement':
    case 'Slice':
    case 'Filter':
      return readsDocument(path.base);
    case 'Map':
    case 'FlatMap':
      return readsDocument(path.base) && readsDocument(path.expr);
    default:
      return false;
  }
}

function constantStrings(node: ExprNode): string[] | null {
  if (node.type === 'Group') return constantStrings(node.base);
  if (node.type === 'Value') {
    const values: unknown[] = Array.isArray(node.value) ? node.value : [node.value];
    return values.filter((value) => typeof value === 'string');
  }
  if (node.type === 'Array') {
    const lists = node.elements.map((element) => (element.isSplat ? null : constantStrings(element.value)));
    return lists.every((list) => list !== null) ? lists.flat() : null;
  }
  return null;
}

function union(values: readonly string[], view: View, lookup: Lookup): Candidates {
  const [only, ...others] = new Set(values);
  if (only === undefined) return [];
  if (others.length === 0) return lookup(only);
  return view.inOrder([only, ...others].flatMap((value) => [...lookup(value)]));
}

function listOf(document: LakeDocument | undefined): Candidates {
  return document ? [document] : [];
}
