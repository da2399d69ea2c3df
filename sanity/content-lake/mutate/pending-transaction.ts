import { isDocument, type JsonRecord, type LakeDocument } from '../dataset/document.ts';
import { type MutationFault, mutationError } from '../http/lake-error.ts';
import { applyPatch } from './apply-patch.ts';
import type { DocumentMutation, PatchOperations } from './mutation.ts';
import { isLocked, locked } from './release-lock.ts';

export type DocumentChange = {
  id: string;
  before: LakeDocument | null;
  after: LakeDocument | null;
  mutations: JsonRecord[];
};
export type MutationResult = { id: string; operation: 'create' | 'update' | 'delete' | 'none' };
export type Stamp = { transactionId: string; timestamp: string };

/** Mutations applied in order to a copy of what the dataset knows; forgotten when one of them throws. */
export class PendingTransaction {
  readonly results: MutationResult[] = [];
  readonly #stored: (id: string) => LakeDocument | undefined;
  readonly #stamp: Stamp;
  readonly #changes = new Map<string, DocumentChange>();

  constructor(stored: (id: string) => LakeDocument | undefined, stamp: Stamp) {
    this.#stored = stored;
    this.#stamp = stamp;
  }

  read(id: string): LakeDocument | null {
    const change = this.#changes.get(id);
    return change ? change.after : (this.#stored(id) ?? null);
  }

  apply(mutation: DocumentMutation): void {
    const { id } = mutation;
    const current = this.read(id);
    const after = this.#outcome(current, mutation);
    if (after === 'untouched') {
      this.results.push({ id, operation: 'none' });
      return;
    }
    if (isLocked(id, (other) => this.read(other))) throw this.fail(locked(id));
    const change = this.#changes.get(id) ?? { id, before: current, after: current, mutations: [] };
    change.after = after;
    change.mutations.push(asSent(mutation));
    this.#changes.set(id, change);
    const operation = after === null ? 'delete' : current === null ? 'create' : 'update';
    this.results.push({ id, operation });
  }

  /** What was made and deleted again within the transaction never was. */
  changes(): DocumentChange[] {
    return [...this.#changes.values()].filter(({ before, after }) => before !== after);
  }

  fail(fault: MutationFault, status?: number): Error {
    return mutationError(fault, this.results.length, status);
  }

  #outcome(current: LakeDocument | null, mutation: DocumentMutation): LakeDocument | null | 'untouched' {
    const { id } = mutation;
    switch (mutation.kind) {
      case 'create':
        if (current) throw this.fail(alreadyExists(id));
        return this.#stamped(mutation.document);
      case 'createIfNotExists':
        return current ? 'untouched' : this.#stamped(mutation.document);
      case 'createOrReplace':
        return this.#stamped(mutation.document);
      case 'delete':
        if (!current && mutation.isRequired) throw this.fail(notFound(id));
        return current ? null : 'untouched';
      case 'patch':
        if (!current) throw this.fail(notFound(id));
        return this.#patched(current, mutation.operations);
      default:
        throw mutation satisfies never;
    }
  }

  #patched(current: LakeDocument, { ifRevisionID, ...operations }: PatchOperations): LakeDocument {
    const id = current._id;
    if (ifRevisionID !== undefined && ifRevisionID !== current._rev) {
      throw this.fail(revisionMismatch(id, current._rev, ifRevisionID));
    }
    let result: unknown;
    try {
      result = applyPatch(current, operations);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'unreadable patch';
      throw this.fail({ type: 'invalidPatchError', id, description: `Invalid patch: ${reason}` }, 400);
    }
    if (!isDocument(result) || result._id !== id || result._type !== current._type) {
      throw this.fail({
        type: 'immutableAttributeError',
        id,
        description: 'A patch may not change "_id" or "_type"',
      });
    }
    return { ...result, _rev: this.#stamp.transactionId, _updatedAt: this.#stamp.timestamp };
  }

  #stamped(document: JsonRecord & { _id: string; _type: string }): LakeDocument {
    const { transactionId, timestamp } = this.#stamp;
    const { _createdAt, _updatedAt } = document;
    return {
      ...document,
      _createdAt: typeof _createdAt === 'string' ? _createdAt : timestamp,
      _updatedAt: typeof _updatedAt === 'string' ? _updatedAt : timestamp,
      _rev: transactionId,
    };
  }
}

function asSent(mutation: DocumentMutation): JsonRecord {
  if (mutation.kind === 'patch') return { patch: { id: mutation.id, ...mutation.operations } };
  if (mutation.kind === 'delete') return { delete: { id: mutation.id } };
  return { [mutation.kind]: mutation.document };
}

function alreadyExists(id: string): MutationFault {
  return { type: 'documentAlreadyExistsError', id, description: `Document by ID "${id}" already exists` };
}

export function notFound(id: string): MutationFault {
  return { type: 'documentNotFoundError', id, description: `The document with the ID "${id}" was not found` };
}

export function revisionMismatch(
  id: string,
  currentRevisionID: string,
  expectedRevisionID: string,
): MutationFault {
  return {
    type: 'documentRevisionIDDoesNotMatchError',
    id,
    description: `Document "${id}" has unexpected revision ID ("${currentRevisionID}"), expected "${expectedRevisionID}"`,
    currentRevisionID,
    expectedRevisionID,
  };
}
