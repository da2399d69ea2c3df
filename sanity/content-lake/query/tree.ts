import type { ExprNode } from 'groq-js';

const parts = new Set<unknown>([
  'ArrayElement',
  'ObjectAttributeValue',
  'ObjectConditionalSplat',
  'ObjectSplat',
  'SelectAlternative',
]);

/** The node with every node inside of it replaced; `replace` is told in which field each stands. */
export function mapChildren<Node extends object>(
  node: Node,
  replace: (child: ExprNode, name: string) => ExprNode,
): Node {
  const mapChild = (child: unknown, name: string): unknown => {
    if (Array.isArray(child)) return child.map((item) => mapChild(item, name));
    if (typeof child !== 'object' || child === null || !('type' in child)) return child;
    if (parts.has(child.type)) return mapChildren(child, (inner) => replace(inner, name));
    // groq-js builds its trees of nothing but nodes and these parts.
    return replace(child as ExprNode, name);
  };
  if ('type' in node && node.type === 'Value') return node;
  const entries = Object.entries(node).map(([name, child]) => [name, mapChild(child, name)]);
  // Same keys, same kinds of values as the node that came in: only nodes were replaced by nodes.
  return Object.fromEntries(entries) as Node;
}
