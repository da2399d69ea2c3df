import type { ExprNode } from 'groq-js';

/** `a.b` as names, and `a.b[]` in a membership; null for anything else. */
export function attributePath(node: ExprNode): string[] | null {
  switch (node.type) {
    case 'This':
      return [];
    case 'Group':
    case 'ArrayCoerce':
      return node.base.type === 'AccessAttribute' ? attributePath(node.base) : null;
    case 'AccessAttribute': {
      const isPlain = !node.base || node.base.type === 'AccessAttribute' || node.base.type === 'This';
      const base = node.base ? isPlain && attributePath(node.base) : [];
      return base ? [...base, node.name] : null;
    }
    default:
      return null;
  }
}

/** `topics[]._ref`, `body[].markDefs[].article._ref`: whatever it yields, the reference map knows it. */
export function endsInReference(path: ExprNode): boolean {
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
export function readsDocument(path: ExprNode): boolean {
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
