import type { ExprNode } from 'groq-js';
import { isDocument, type LakeDocument } from '../dataset/document.ts';
import { Batches } from './batches.ts';
import type { Evaluation } from './evaluation.ts';
import type { Selection } from './select-documents.ts';
import type { Inputs } from './stream-node.ts';

/** The first documents that meet every condition. */
export async function passing(
  documents: Iterable<LakeDocument>,
  limit: number,
  { conditions, hasStreams }: Selection,
  outer: Inputs,
  evaluation: Evaluation,
): Promise<LakeDocument[]> {
  const found: LakeDocument[] = [];
  const meeting = async (value: LakeDocument[]) => {
    if (conditions.length === 0) return value;
    const list: ExprNode = { type: 'Value', value };
    const tree = conditions.reduce<ExprNode>((base, expr) => ({ type: 'Filter', base, expr }), list);
    return (await evaluation.items(tree, outer, hasStreams)).filter(isDocument);
  };
  const batches = new Batches<LakeDocument>(evaluation.meter, async (batch) => {
    found.push(...(await meeting(batch)));
  });
  for (const document of documents) {
    if (found.length >= limit) break;
    if (batches.add(document, limit - found.length)) await batches.flush();
  }
  if (found.length < limit) await batches.flush();
  return limit < found.length ? found.slice(0, limit) : found;
}
