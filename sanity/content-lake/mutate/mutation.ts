import { randomUUID } from 'node:crypto';
import { isDocumentId, isRecord, type JsonRecord } from '../dataset/document.ts';
import { dataError, mutationError } from '../http/lake-error.ts';

type NewDocument = JsonRecord & { _id: string; _type: string };
export type Selection = { id: string } | { query: string; params: JsonRecord };
export type PatchOperations = JsonRecord & { ifRevisionID?: string };

/** One mutation as a client sent it, its shape checked. */
export type Mutation =
  | { kind: 'create' | 'createOrReplace' | 'createIfNotExists'; document: NewDocument }
  | { kind: 'delete'; selection: Selection }
  | { kind: 'patch'; selection: Selection; operations: PatchOperations };

/** A mutation whose query has been answered: it names one document. */
export type DocumentMutation =
  | { kind: 'create' | 'createOrReplace' | 'createIfNotExists'; id: string; document: NewDocument }
  | { kind: 'delete'; id: string; isRequired: boolean }
  | { kind: 'patch'; id: string; operations: PatchOperations };

const createKinds = ['create', 'createOrReplace', 'createIfNotExists'] as const;
const patchKeys = new Set([
  'set',
  'setIfMissing',
  'unset',
  'inc',
  'dec',
  'insert',
  'diffMatchPatch',
  'ifRevisionID',
  'ifRevisionId',
]);

export function parseMutations(value: unknown): Mutation[] {
  const list = isRecord(value) ? [value] : value;
  if (!Array.isArray(list)) throw dataError(400, 'validationError', 'Attribute "mutations" must be an array');
  return list.map(parseMutation);
}

function parseMutation(value: unknown, index: number): Mutation {
  if (isRecord(value)) {
    for (const kind of createKinds) {
      if (isRecord(value[kind])) return { kind, document: parseDocument(value[kind], kind, index) };
    }
    if (isRecord(value.delete)) return { kind: 'delete', selection: parseSelection(value.delete, index) };
    if (isRecord(value.patch)) {
      const selection = parseSelection(value.patch, index);
      return { kind: 'patch', selection, operations: parsePatchOperations(value.patch, index) };
    }
  }
  throw refused(index, 'Mutation must be one of create, createOrReplace, createIfNotExists, delete, patch');
}

function parseDocument(value: JsonRecord, kind: string, index: number): NewDocument {
  if (typeof value._type !== 'string' || value._type === '') {
    throw refused(index, `Document must have a "_type" of type string`);
  }
  const given = value._id;
  const needsId = given === undefined || given === '' || (typeof given === 'string' && given.endsWith('.'));
  if (needsId && kind !== 'create') throw refused(index, `"_id" is required for ${kind}`);
  const id = needsId ? `${given ?? ''}${randomUUID()}` : given;
  if (typeof id !== 'string' || !isDocumentId(id))
    throw refused(index, `Invalid document ID ${JSON.stringify(id)}`);
  return { ...value, _id: id, _type: value._type };
}

function parseSelection(value: JsonRecord, index: number): Selection {
  if (typeof value.id === 'string' && value.id !== '') return { id: value.id };
  if (typeof value.query === 'string') {
    return { query: value.query, params: isRecord(value.params) ? value.params : {} };
  }
  throw refused(index, 'Mutation must have an "id" or a "query"');
}

export function parsePatchOperations(value: JsonRecord, index = 0): PatchOperations {
  const operations: PatchOperations = {};
  for (const [key, operand] of Object.entries(value)) {
    if (key === 'id' || key === 'query' || key === 'params') continue;
    if (!patchKeys.has(key)) throw refused(index, `Unknown patch operation "${key}"`);
    if (key === 'ifRevisionID' || key === 'ifRevisionId') {
      if (typeof operand === 'string') operations.ifRevisionID = operand;
    } else operations[key] = operand;
  }
  return operations;
}

function refused(index: number, description: string): Error {
  return mutationError({ type: 'validationError', description }, index, 400);
}
