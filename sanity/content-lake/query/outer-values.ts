import type { ExprNode } from 'groq-js';
import { mapChildren } from './tree.ts';

/**
 * A selection of documents inside of a projection may ask for what is around it: `references(^._id)`.
 * Those expressions are taken out of it and stand as parameters there; the selection is told their
 * values each time it is read, and can then begin with an index as if they had been written out.
 *
 * groq-js numbers `^` by scopes: filters, projections and pipes open one in which `^` is what was `@`;
 * a traversal (`[].x`) opens one that `^` looks past. `height` counts the scopes inside the selection.
 */
type Scope = { height: number; isHidden: boolean };

const prefix = '\u0000outer';

export function isOuterName(name: string): boolean {
  return name.startsWith(prefix);
}

export class OuterValues {
  /** What is to be evaluated where the selection stands, by parameter. */
  readonly expressions = new Map<string, ExprNode>();
  readonly #isHiddenAround: boolean;

  constructor(isHiddenAround: boolean) {
    this.#isHiddenAround = isHiddenAround;
  }

  /** An expression of the selection, with parameters for what it asks of its surroundings. */
  takeFrom(expression: ExprNode, isTraversal = false): ExprNode {
    return this.#replace(expression, { height: 0, isHidden: isTraversal });
  }

  #replace(node: ExprNode, scope: Scope): ExprNode {
    const around = this.#asSeenAround(node, scope);
    if (around) return this.#parameterFor(around);
    return mapChildren(node, (child, name) => this.#replace(child, scopeOf(node, name, scope)));
  }

  #parameterFor(expression: ExprNode): ExprNode {
    const text = JSON.stringify(expression);
    for (const [name, known] of this.expressions) {
      if (JSON.stringify(known) === text) return { type: 'Parameter', name };
    }
    const name = `${prefix}${this.expressions.size}`;
    this.expressions.set(name, expression);
    return { type: 'Parameter', name };
  }

  /** The expression as it reads outside of the selection; null when it needs something inside. */
  #asSeenAround(node: ExprNode, scope: Scope): ExprNode | null {
    switch (node.type) {
      case 'Parameter':
        return isOuterName(node.name) ? node : null;
      case 'Parent': {
        const steps = node.n - scope.height - 1;
        if (steps < 0) return null;
        const n = this.#isHiddenAround ? steps + 1 : steps;
        return n === 0 ? { type: 'This' } : { type: 'Parent', n };
      }
      case 'AccessAttribute':
      case 'AccessElement':
      case 'Slice':
      case 'Group':
      case 'ArrayCoerce':
      case 'Deref': {
        const base = node.base ? this.#asSeenAround(node.base, scope) : null;
        return base && { ...node, base };
      }
      case 'Map':
      case 'FlatMap': {
        const base = isPathFromThis(node.expr) ? this.#asSeenAround(node.base, scope) : null;
        return base && { ...node, base };
      }
      default:
        return null;
    }
  }
}

function isPathFromThis(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
      return true;
    case 'AccessAttribute':
      return node.base !== undefined && isPathFromThis(node.base);
    case 'AccessElement':
    case 'Deref':
    case 'ArrayCoerce':
    case 'Group':
      return isPathFromThis(node.base);
    case 'Map':
    case 'FlatMap':
      return isPathFromThis(node.base) && isPathFromThis(node.expr);
    default:
      return false;
  }
}

function scopeOf(node: ExprNode, child: string, scope: Scope): Scope {
  const height = scope.isHidden ? scope.height : scope.height + 1;
  if (node.type === 'PipeFuncCall') return child === 'args' ? { height, isHidden: false } : scope;
  if (child !== 'expr') return scope;
  if (node.type === 'Map' || node.type === 'FlatMap') return { height, isHidden: true };
  return node.type === 'Filter' || node.type === 'Projection' ? { height, isHidden: false } : scope;
}
