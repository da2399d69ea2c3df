import { Mutation as DocumentPatch } from '@sanity/mutator';
import { isDocument, type JsonRecord, type LakeDocument } from '../dataset/document.ts';
import { mutationError } from '../http/lake-error.ts';
import type { DocumentMutation, PatchOperations } from './mutation.ts';

export type DocumentChange = {
  id: string;
  before: LakeDocument | null;
  after: LakeDocument | null;
  mutations: JsonRecord[];
};
export type MutationResult = { id: string; operation: 'create' | 'update' | 'delete' | 'none' };
export type Stamp = { transactionId: string; timestamp: string };

/** Applies mutations in order to a copy of what `read` knows; nothing is kept when one of them throws. */
export function applyMutations(
  read: (id: string) => LakeDocument | undefined,
  mutations: readonly DocumentMutation[],
  stamp: Stamp,
): { changes: DocumentChange[]; results: MutationResult[] } {
  const changes = new Map<string, DocumentChange>();
  const results = mutations.map((mutation, index): MutationResult => {
    const { id } = mutation;
    const change = changes.get(id) ?? {
      id,
      before: read(id) ?? null,
      after: read(id) ?? null,
      mutations: [],
    };
    const after = applyOne(change.after, mutation, stamp, index);
    if (after === 'untouched') return { id, operation: 'none' };
    const operation = after === null ? 'delete' : change.after === null ? 'create' : 'update';
    change.after = after;
    change.mutations.push(asSent(mutation));
    changes.set(id, change);
    return { id, operation };
  });
  return { changes: [...changes.values()].filter(({ before, after }) => before !== after), results };
}

function applyOne(
  current: LakeDocument | null,
  mutation: DocumentMutation,
  stamp: Stamp,
  index: number,
): LakeDocument | null | 'untouched' {
  switch (mutation.kind) {
    case 'create':
      if (current) throw mutationError(alreadyExists(mutation.id), index);
      return stamped(mutation.document, stamp);
    case 'createIfNotExists':
      return current ? 'untouched' : stamped(mutation.document, stamp);
    case 'createOrReplace':
      return stamped(mutation.document, stamp);
    case 'delete':
      if (!current && mutation.isRequired) throw mutationError(notFound(mutation.id), index);
      return current ? null : 'untouched';
    case 'patch':
      if (!current) throw mutationError(notFound(mutation.id), index);
      return patched(current, mutation.operations, stamp, index);
    default:
      throw mutation satisfies never;
  }
}

function patched(
  current: LakeDocument,
  { ifRevisionID, ...operations }: PatchOperations,
  stamp: Stamp,
  index: number,
): LakeDocument {
  const id = current._id;
  if (ifRevisionID !== undefined && ifRevisionID !== current._rev) {
    throw mutationError(
      {
        type: 'documentRevisionIDDoesNotMatchError',
        id,
        description: `Document "${id}" has unexpected revision ID ("${current._rev}"), expected "${ifRevisionID}"`,
        currentRevisionID: current._rev,
        expectedRevisionID: ifRevisionID,
      },
      index,
    );
  }
  let result: unknown;
  try {
    result = new DocumentPatch({ mutations: [{ patch: { id, ...operations } }] }).apply(current);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unreadable patch';
    throw mutationError(
      { type: 'invalidPatchError', id, description: `Invalid patch: ${reason}` },
      index,
      400,
    );
  }
  if (!isDocument(result) || result._id !== id) {
    throw mutationError(
      { type: 'immutableAttributeError', id, description: 'A patch may not change "_id"' },
      index,
      400,
    );
  }
  if (result._type !== current._type) {
    throw mutationError(
      {
        type: 'immutableAttributeError',
        id,
        description: 'A patch may not change "_type"',
        attribute: '_type',
      },
      index,
      409,
    );
  }
  return { ...result, _rev: stamp.transactionId, _updatedAt: stamp.timestamp };
}

function stamped(document: JsonRecord & { _id: string; _type: string }, stamp: Stamp): LakeDocument {
  const created = document._createdAt;
  const updated = document._updatedAt;
  return {
    ...document,
    _createdAt: typeof created === 'string' ? created : stamp.timestamp,
    _updatedAt: typeof updated === 'string' ? updated : stamp.timestamp,
    _rev: stamp.transactionId,
  };
}

function asSent(mutation: DocumentMutation): JsonRecord {
  if (mutation.kind === 'patch') return { patch: { id: mutation.id, ...mutation.operations } };
  if (mutation.kind === 'delete') return { delete: { id: mutation.id } };
  return { [mutation.kind]: mutation.document };
}

function alreadyExists(id: string) {
  return { type: 'documentAlreadyExistsError', id, description: `Document by ID "${id}" already exists` };
}

function notFound(id: string) {
  return { type: 'documentNotFoundError', id, description: `The document with the ID "${id}" was not found` };
}
