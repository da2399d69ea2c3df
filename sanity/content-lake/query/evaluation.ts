import { type ExprNode, evaluate, evaluateSync } from 'groq-js';
import type { LakeDocument } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { EvaluationMeter } from './evaluation-meter.ts';
import type { Inputs } from './stream-node.ts';
import type { SyncTags } from './sync-tags.ts';
import { hasWords, wordsOf } from './text-query.ts';

type Context = {
  view: View;
  tags: SyncTags;
  identity: string;
  timestamp: Date;
  sanity: { projectId: string; dataset: string };
};

/** References that no document can have: the rewritten tree follows them to ask our own code something. */
const turnReference = '\u0000turn';
const wordsReference = '\u0000words:';
const yes = { _id: turnReference, _type: turnReference };

/** What one piece of synchronous work may take before it is begun again in turns. */
const longestPieceMilliseconds = 25;
class TakesTooLong extends Error {}

/** One query being answered: evaluates parts of its tree, in one go where that is safe. */
export class Evaluation {
  readonly view: View;
  readonly meter = new EvaluationMeter();
  readonly tags: SyncTags;
  readonly #options;
  readonly #wordLists: string[][] = [];

  constructor({ view, tags, ...options }: Context) {
    this.view = view;
    this.tags = tags;
    this.#options = { dataset: [], ...options };
  }

  /** The value of a tree that may hold streams. */
  async value(tree: ExprNode, outer: Inputs = {}) {
    const dereference = ({ _ref }: { _ref: string }) =>
      _ref === turnReference && this.meter.isSliceSpent()
        ? this.meter.take().then(() => yes)
        : this.#follow(_ref);
    const value = await evaluate(tree, { ...this.#options, params: outer, dereference });
    return value.asStatic();
  }

  /** The items of a list; ten times faster than by promises where its tree holds no streams. */
  async items(tree: ExprNode, outer: Inputs, hasStreams: boolean): Promise<unknown[]> {
    if (hasStreams) return asList((await this.value(tree, outer)).data);
    const dereference = ({ _ref }: { _ref: string }) => {
      if (_ref === turnReference && this.meter.sliceMilliseconds > longestPieceMilliseconds) {
        throw new TakesTooLong();
      }
      return this.#follow(_ref);
    };
    try {
      return asList(evaluateSync(tree, { ...this.#options, params: outer, dereference }).data);
    } catch (cause) {
      if (!(cause instanceof TakesTooLong)) throw cause;
      await this.meter.take();
      return asList((await this.value(tree, outer)).data);
    }
  }

  /** A condition on `@` or what it stands in: that the document has all the words. */
  wordsCondition(text: string): ExprNode {
    const number = this.#wordLists.push(wordsOf(text)) - 1;
    const left: ExprNode = { type: 'Value', value: `${wordsReference}${number}:` };
    const id: ExprNode = { type: 'AccessAttribute', name: '_id' };
    const value: ExprNode = { type: 'OpCall', op: '+', left, right: id };
    return isThere({ type: 'Object', attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value }] });
  }

  #follow(reference: string): LakeDocument | typeof yes | undefined {
    if (reference === turnReference) return yes;
    if (reference.startsWith(wordsReference)) {
      const [, number, ...id] = reference.split(':');
      const document = this.view.get(id.join(':'));
      return document && hasWords(document, this.#wordLists[Number(number)] ?? []) ? yes : undefined;
    }
    this.tags.addDocument(reference);
    return this.view.get(reference);
  }
}

/** Lets others have their turn, if it is time, each time the expression is evaluated. */
export function withTurns(expression: ExprNode): ExprNode {
  if (expression.type === 'AccessAttribute' || expression.type === 'Deref') return expression;
  const condition = isThere({ type: 'Value', value: { _ref: turnReference } });
  const alternative = { type: 'SelectAlternative' as const, condition, value: expression };
  return { type: 'Select', alternatives: [alternative] };
}

/** A reference can only lead to a document, so this tells whether one came back. */
function isThere(base: ExprNode): ExprNode {
  return { type: 'FuncCall', namespace: 'global', name: 'defined', args: [{ type: 'Deref', base }] };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
