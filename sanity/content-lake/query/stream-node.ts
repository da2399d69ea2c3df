import type { ExprNode } from 'groq-js';

export type Inputs = Record<string, unknown>;

/**
 * A node that stands for a list which our own code reads, with values that groq-js finds where it
 * stands. It is an object by all appearances; but groq-js takes whatever has a `next` for a stream,
 * and asks it for an iterator, which then finds the values on its `this`.
 */
export function streamNode(
  inputs: ReadonlyMap<string, ExprNode>,
  read: (inputs: Inputs) => AsyncGenerator<unknown>,
): ExprNode {
  const iterable = {
    [Symbol.asyncIterator](this: Inputs) {
      return read(this);
    },
  };
  const attribute = (name: string, value: ExprNode) => ({
    type: 'ObjectAttributeValue' as const,
    name,
    value,
  });
  return {
    type: 'Object',
    attributes: [
      { type: 'ObjectSplat', value: { type: 'Value', value: iterable } },
      attribute('next', { type: 'Value', value: neverCalled }),
      ...[...inputs].map(([name, value]) => attribute(name, value)),
    ],
  };
}

function neverCalled(): never {
  throw new Error('A stream is read through its iterator');
}
