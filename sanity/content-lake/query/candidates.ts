import type { ExprNode } from 'groq-js';
import { isScalar, type Scalar } from '../dataset/attribute-index.ts';
import type { OrderedDocuments } from '../dataset/ordered-documents.ts';
import type { View } from '../dataset/view.ts';
import { constantsOf, isList } from './constants.ts';
import { attributePath, endsInReference, readsDocument } from './document-paths.ts';
import type { Inputs } from './stream-node.ts';
import { matchCandidates } from './word-candidates.ts';

/** Lists that together hold every document that may satisfy a filter. */
export type Candidates = readonly OrderedDocuments[];

type Surroundings = {
  view: View;
  /** The values of parameters that stand for what is around a selection. */
  outer: Inputs;
  /** Whether any path may be asked for its values; the first question about one reads all documents. */
  mayReadAttributes: boolean;
  /** So many documents at most are found by words that they hold. */
  mostByWords: number;
};
type Given = Pick<Surroundings, 'view' | 'outer'> & { mostByWords?: number };

/**
 * Null when no list serves the filter. A superset by construction: a filter keeps what is exactly
 * `true`; `a && b` is true only where both are, so either side's candidates do; `a || b` is true only
 * where one is, so both are needed.
 */
export function candidatesFor(filters: readonly ExprNode[], around: Given): Candidates | null {
  const { view, outer } = around;
  const cheap = listedCandidates(filters, { view, outer });
  if (view.areFew(cheap ? sizeOf(cheap) : view.everything.size)) return cheap;
  const mostByWords = Math.min(around.mostByWords ?? 0, cheap ? sizeOf(cheap) : view.everything.size);
  return smallest(filters, { ...around, mayReadAttributes: true, mostByWords });
}

/** The same without asking for lists that would first have to be made. */
export function listedCandidates(filters: readonly ExprNode[], { view, outer }: Given): Candidates | null {
  return smallest(filters, { view, outer, mayReadAttributes: false, mostByWords: 0 });
}

export function sizeOf(candidates: Candidates): number {
  return candidates.reduce((sum, list) => sum + list.size, 0);
}

function smallest(filters: readonly ExprNode[], around: Surroundings): Candidates | null {
  return filters.map((filter) => candidatesOf(filter, around)).reduce(smaller, null);
}

function smaller(a: Candidates | null, b: Candidates | null): Candidates | null {
  if (!a || !b) return a ?? b;
  return sizeOf(a) <= sizeOf(b) ? a : b;
}

function candidatesOf(filter: ExprNode, around: Surroundings): Candidates | null {
  switch (filter.type) {
    case 'Group':
      return candidatesOf(filter.base, around);
    case 'And':
      return smaller(candidatesOf(filter.left, around), candidatesOf(filter.right, around));
    case 'Or': {
      const left = candidatesOf(filter.left, around);
      const right = left && candidatesOf(filter.right, around);
      return left && right ? [...new Set([...left, ...right])] : null;
    }
    case 'OpCall':
      if (filter.op === '==')
        return equal(filter.left, filter.right, around) ?? equal(filter.right, filter.left, around);
      if (filter.op === 'in') return member(filter.left, filter.right, around);
      if (filter.op === 'match') return matchCandidates(filter, { ...around, most: around.mostByWords });
      return null;
    case 'FuncCall': {
      if (filter.namespace !== 'global' || filter.name !== 'references') return null;
      const ids = filter.args.map((argument) => constantsOf(argument, around.outer));
      if (!ids.every((list) => list !== null)) return null;
      const texts = ids.flat().filter((id) => typeof id === 'string');
      return union(
        texts,
        textOnly((id) => around.view.referringTo(id)),
      );
    }
    default:
      return null;
  }
}

/** The documents that may have this value; null when the lists do not tell. */
type Lookup = (value: Scalar) => OrderedDocuments | null;

function equal(path: ExprNode, value: ExprNode, around: Surroundings): Candidates | null {
  const lookup = lookupOf(path, around);
  const [only, ...others] = (lookup && constantsOf(value, around.outer)) ?? [];
  if (!lookup || !isScalar(only) || others.length > 0 || isList(value, around.outer)) return null;
  return union([only], lookup);
}

function member(left: ExprNode, right: ExprNode, around: Surroundings): Candidates | null {
  // _type in ["a", "b"]
  const lookup = lookupOf(left, around);
  const values = lookup && isList(right, around.outer) ? constantsOf(right, around.outer) : null;
  // With null in the list, documents that lack the attribute belong to the answer.
  if (lookup && values) return values.includes(null) ? null : union(values, lookup);
  // "id" in topics[]._ref
  const [wanted, ...others] = constantsOf(left, around.outer) ?? [];
  if (!isScalar(wanted) || others.length > 0 || isList(left, around.outer)) return null;
  if (endsInReference(right)) {
    return typeof wanted === 'string' ? [around.view.referringTo(wanted)] : null;
  }
  const path = around.mayReadAttributes ? attributePath(right) : null;
  const list = path && around.view.withAttribute(path, wanted);
  return list && [list];
}

/** Which lists answer `<path> == value`. */
function lookupOf(path: ExprNode, around: Surroundings): Lookup | null {
  const { view, mayReadAttributes } = around;
  if (path.type === 'Group') return lookupOf(path.base, around);
  if (path.type !== 'AccessAttribute') return null;
  const own = attributePath(path)?.join('.');
  if (own === '_type') return textOnly((type) => view.withType(type));
  if (own === '_id') return textOnly((id) => view.only(id));
  if (own === 'slug.current') return textOnly((slug) => view.withSlug(slug));
  if (path.name === '_ref' && readsDocument(path)) return textOnly((id) => view.referringTo(id));
  const names = mayReadAttributes ? attributePath(path) : null;
  return names && ((value) => view.withAttribute(names, value));
}

function textOnly(lookup: (text: string) => OrderedDocuments): Lookup {
  return (value) => (typeof value === 'string' ? lookup(value) : null);
}

/** Lists and objects among the values equal nothing. */
function union(values: readonly unknown[], lookup: Lookup): Candidates | null {
  const lists = [...new Set(values)].filter(isScalar).map(lookup);
  return lists.every((list) => list !== null) ? lists : null;
}
