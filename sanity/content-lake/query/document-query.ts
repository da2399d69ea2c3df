import type { ExprNode } from 'groq-js';

/** The part of a query that chooses documents: `*[a][b] | order(c)[0...5]`. */
export type DocumentQuery = {
  filters: readonly ExprNode[];
  /** Empty: the order of the dataset. */
  order: readonly ExprNode[];
  from: number;
  to: number;
  /** Whether one document is asked for, not a list of one. */
  isOne: boolean;
};

/** Null when a node chooses no documents, or in a way that only the full evaluation knows. */
export function documentQueryOf(node: ExprNode): DocumentQuery | null {
  switch (node.type) {
    case 'Everything':
      return { filters: [], order: [], from: 0, to: Number.POSITIVE_INFINITY, isOne: false };
    case 'Group':
      return documentQueryOf(node.base);
    case 'Filter': {
      const base = documentQueryOf(node.base);
      return base && isWhole(base) ? { ...base, filters: [...base.filters, node.expr] } : null;
    }
    case 'PipeFuncCall': {
      const base = node.name === 'order' ? documentQueryOf(node.base) : null;
      return base && isWhole(base) && base.order.length === 0 ? { ...base, order: node.args } : null;
    }
    case 'Slice': {
      const base = documentQueryOf(node.base);
      if (!base || !isWhole(base) || node.left < 0 || node.right < 0) return null;
      return { ...base, from: node.left, to: node.isInclusive ? node.right + 1 : node.right };
    }
    case 'AccessElement': {
      const base = documentQueryOf(node.base);
      if (!base || !isWhole(base) || node.index < 0) return null;
      return { ...base, from: node.index, to: node.index + 1, isOne: true };
    }
    default:
      return null;
  }
}

function isWhole({ to, isOne }: DocumentQuery): boolean {
  return to === Number.POSITIVE_INFINITY && !isOne;
}

/** `*[a]{b}[0...5]` is `*[a][0...5]{b}`: a projection makes one item of each, so few need to be made. */
export function withSliceFirst(node: ExprNode): ExprNode {
  if (node.type !== 'Slice' && node.type !== 'AccessElement') return node;
  const map = node.base.type === 'Group' ? node.base.base : node.base;
  if (map.type !== 'Map') return node;
  if (node.type === 'Slice') {
    const base = withSliceFirst({ ...node, base: map.base });
    return documentQueryOf(base) || base.type === 'Map' ? { ...map, base } : node;
  }
  if (node.index < 0) return node;
  const one = { left: node.index, right: node.index + 1, isInclusive: false };
  const base = withSliceFirst({ type: 'Slice', base: map.base, ...one });
  if (!documentQueryOf(base) && base.type !== 'Map') return node;
  return { type: 'AccessElement', base: { ...map, base }, index: 0 };
}
