import type { ExprNode } from 'groq-js';
import type { LakeDocument } from '../dataset/document.ts';
import { Batches } from './batches.ts';
import type { Evaluation } from './evaluation.ts';
import type { Inputs } from './stream-node.ts';

/** What a projection makes of each document. */
export async function projectDocuments(
  documents: readonly LakeDocument[],
  projection: { expr: ExprNode; hasStreams: boolean },
  outer: Inputs,
  evaluation: Evaluation,
): Promise<unknown[]> {
  const { expr, hasStreams } = projection;
  const made: unknown[] = [];
  const batches = new Batches<LakeDocument>(evaluation.meter, async (value) => {
    const tree: ExprNode = { type: 'Map', base: { type: 'Value', value }, expr };
    made.push(...(await evaluation.items(tree, outer, hasStreams)));
  });
  for (const document of documents) if (batches.add(document)) await batches.flush();
  await batches.flush();
  return made;
}
