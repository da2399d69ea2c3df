import type { ExprNode } from 'groq-js';

/**
 * Where a projected value comes from cannot be read off the answer: strings carry no origin. So every
 * projection gets attributes that no query can name: what it was made from, and for each attribute
 * that is read off another object, that object. Whoever makes the source map takes them out again.
 */
type ObjectNode = Extract<ExprNode, { type: 'Object' }>;
type Attribute = ObjectNode['attributes'][number];
type Read = { base: ExprNode; field: string };

const self = '\u0000self';
const from = '\u0000from';

export function withTraces(node: ObjectNode): ObjectNode {
  const traces: Attribute[] = [{ type: 'ObjectAttributeValue', name: self, value: { type: 'This' } }];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'ObjectAttributeValue') continue;
    readsOf(attribute.value).forEach(({ base, field }, place) => {
      const name = `${from}${JSON.stringify([attribute.name, field, place])}`;
      traces.push({ type: 'ObjectAttributeValue', name, value: base });
    });
  }
  return { ...node, attributes: [...node.attributes, ...traces] };
}

/** The attribute reads that an expression's value may stem from. */
function readsOf(node: ExprNode): Read[] {
  switch (node.type) {
    case 'AccessAttribute':
      return [{ base: node.base ?? { type: 'This' }, field: node.name }];
    case 'Group':
      return readsOf(node.base);
    case 'FuncCall':
      return node.name === 'coalesce' ? node.args.flatMap(readsOf) : [];
    case 'Select': {
      const branches = node.alternatives.map((alternative) => alternative.value);
      return [...branches, ...(node.fallback ? [node.fallback] : [])].flatMap(readsOf);
    }
    default:
      return [];
  }
}

export type Traced = {
  /** The answer's own attributes. */
  fields: [string, unknown][];
  /** What the projection was made from; undefined when it is no projection. */
  self: unknown;
  /** By attribute: the objects it may have been read off, with the field's name there. */
  reads: Map<string, { base: unknown; field: string }[]>;
};

export function separateTraces(value: object): Traced {
  const traced: Traced = { fields: [], self: undefined, reads: new Map() };
  for (const [key, field] of Object.entries(value)) {
    if (key === self) traced.self = field;
    else if (key.startsWith(from)) noteRead(traced, key.slice(from.length), field);
    else traced.fields.push([key, field]);
  }
  return traced;
}

function noteRead({ reads }: Traced, key: string, base: unknown): void {
  const [name, field]: unknown[] = JSON.parse(key);
  if (typeof name !== 'string' || typeof field !== 'string') return;
  reads.set(name, [...(reads.get(name) ?? []), { base, field }]);
}
