import { extract, Mutation } from '@sanity/mutator';
import { isRecord, type LakeDocument } from '../dataset/document.ts';
import type { PatchOperations } from './mutation.ts';

/**
 * One patch on the document as it is now. A change of a text that somebody has taken away meanwhile is dropped, as
 * any other operation is whose path leads nowhere: refused, it would make Studio throw away what is not saved yet.
 */
export function applyPatch(document: LakeDocument, operations: PatchOperations): unknown {
  const { set, setIfMissing, unset, diffMatchPatch, ...later } = operations;
  if (!isRecord(diffMatchPatch)) return patched(document, document._id, operations);
  // @sanity/mutator throws where there is no text. It applies these three first, so they decide whether there is one.
  const base = patched(document, document._id, { set, setIfMissing, unset });
  const texts = Object.entries(diffMatchPatch).filter(([path]) => extract(path, base).length > 0);
  return patched(base, document._id, { ...later, diffMatchPatch: Object.fromEntries(texts) });
}

type MutatorDocument = ReturnType<Mutation['apply']>;

function patched(document: MutatorDocument, id: string, operations: PatchOperations): MutatorDocument {
  return new Mutation({ mutations: [{ patch: { id, ...operations } }] }).apply(document);
}
