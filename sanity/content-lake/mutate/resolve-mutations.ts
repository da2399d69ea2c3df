import type { JsonRecord } from '../dataset/document.ts';
import type { DocumentMutation, Mutation, Selection } from './mutation.ts';

/** Answers the query of a `delete` or `patch` that names its documents by one. */
export type FindIds = (query: string, params: JsonRecord) => Promise<string[]>;

export async function resolveMutations(
  mutations: readonly Mutation[],
  findIds: FindIds,
): Promise<DocumentMutation[]> {
  const resolved: DocumentMutation[] = [];
  for (const mutation of mutations) {
    switch (mutation.kind) {
      case 'delete':
        for (const id of await idsOf(mutation.selection, findIds)) {
          resolved.push({ kind: 'delete', id, isRequired: false });
        }
        break;
      case 'patch':
        for (const id of await idsOf(mutation.selection, findIds)) {
          resolved.push({ kind: 'patch', id, operations: mutation.operations });
        }
        break;
      default:
        resolved.push({ ...mutation, id: mutation.document._id });
    }
  }
  return resolved;
}

async function idsOf(selection: Selection, findIds: FindIds): Promise<string[]> {
  return 'id' in selection ? [selection.id] : findIds(selection.query, selection.params);
}
