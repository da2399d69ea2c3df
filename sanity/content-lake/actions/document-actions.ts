import {
  isPublishedId,
  isRecord,
  type JsonRecord,
  type LakeDocument,
  publishedId,
} from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { parsePatchOperations } from '../mutate/mutation.ts';
import { notFound, type PendingTransaction, revisionMismatch } from '../mutate/pending-transaction.ts';
import { type ActionRequest, documentIn, record, text, textOrNull } from './action.ts';

export type ActionContext = {
  pending: PendingTransaction;
  raw: View;
  now: Date;
  /** A document that has been deleted, as it last was. */
  lastState: (id: string) => LakeDocument | null;
};
type DocumentAction = (action: ActionRequest, context: ActionContext) => void;

export const documentActions: Record<string, DocumentAction> = {
  'sanity.action.document.create': create,
  'sanity.action.document.edit': edit,
  'sanity.action.document.publish': publish,
  'sanity.action.document.unpublish': unpublish,
  'sanity.action.document.delete': remove,
  'sanity.action.document.discard': (action, context) => discard(text(action, 'draftId'), context),
  'sanity.action.document.replaceDraft': (action, { pending }) =>
    replace(documentIn(action, 'attributes'), pending),
  'sanity.action.document.version.create': createVersion,
  'sanity.action.document.version.discard': (action, context) => discard(text(action, 'versionId'), context),
  'sanity.action.document.version.replace': (action, { pending }) =>
    replace(documentIn(action, 'document'), pending),
  'sanity.action.document.version.unpublish': unpublishWithRelease,
};

function create(action: ActionRequest, { pending }: ActionContext): void {
  const document = documentIn(action, 'attributes');
  const isVersion = document._id.startsWith('versions.');
  const published = text(action, 'publishedId');
  if (!isVersion && pending.read(published)) throw pending.fail(alreadyThere(published));
  const kind = action.ifExists === 'ignore' ? 'createIfNotExists' : 'create';
  pending.apply({ kind, id: document._id, document });
}

/** A draft that does not exist yet begins as a copy of what is published. */
function edit(action: ActionRequest, { pending }: ActionContext): void {
  const draftId = text(action, 'draftId');
  const published = pending.read(text(action, 'publishedId'));
  if (!pending.read(draftId) && published) {
    pending.apply({ kind: 'create', id: draftId, document: copyOf(published, draftId) });
  }
  const operations = parsePatchOperations(record(action, 'patch'));
  pending.apply({ kind: 'patch', id: draftId, operations });
}

function publish(action: ActionRequest, { pending }: ActionContext): void {
  const id = text(action, 'publishedId');
  const draftId = text(action, 'draftId');
  const draft = pending.read(draftId);
  if (!draft) throw pending.fail(notFound(draftId));
  requireRevision(pending, draftId, textOrNull(action, 'ifDraftRevisionId'));
  requireRevision(pending, id, textOrNull(action, 'ifPublishedRevisionId'));
  publishVersion(pending, draft, id);
}

export function publishVersion(pending: PendingTransaction, version: LakeDocument, id: string): void {
  const { _system: _, ...content } = copyOf(version, id);
  const _createdAt = pending.read(id)?._createdAt ?? version._createdAt;
  const document = { ...strengthened(content), _id: id, _type: version._type, _createdAt };
  pending.apply({ kind: 'createOrReplace', id, document });
  pending.apply({ kind: 'delete', id: version._id, isRequired: true });
}

function unpublish(action: ActionRequest, { pending }: ActionContext): void {
  const id = text(action, 'publishedId');
  const draftId = text(action, 'draftId');
  const published = pending.read(id);
  if (!published) throw pending.fail(notFound(id));
  pending.apply({ kind: 'createIfNotExists', id: draftId, document: copyOf(published, draftId) });
  pending.apply({ kind: 'delete', id, isRequired: true });
}

/** Drafts and versions that are not named stay in the way: nobody deletes what he has not seen. */
function remove(action: ActionRequest, { pending, raw }: ActionContext): void {
  const id = text(action, 'publishedId');
  const named = Array.isArray(action.includeDrafts) ? action.includeDrafts : [];
  const others = raw
    .all()
    .filter((document) => !isPublishedId(document._id) && publishedId(document._id) === id);
  const forgotten = others.find((document) => !named.includes(document._id));
  if (forgotten) {
    const description = `Document "${id}" has a version "${forgotten._id}" that is not named for deletion`;
    throw pending.fail({ type: 'documentHasVersionsError', id, description });
  }
  for (const draftId of named) {
    if (typeof draftId === 'string') pending.apply({ kind: 'delete', id: draftId, isRequired: false });
  }
  pending.apply({ kind: 'delete', id, isRequired: true });
}

function discard(id: string, { pending }: ActionContext): void {
  if (isPublishedId(id)) {
    throw pending.fail(
      { type: 'invalidActionError', id, description: 'Only drafts and versions are discarded' },
      400,
    );
  }
  pending.apply({ kind: 'delete', id, isRequired: true });
}

function replace(document: JsonRecord & { _id: string; _type: string }, pending: PendingTransaction): void {
  const current = pending.read(document._id);
  const dated = current ? { ...document, _createdAt: current._createdAt } : document;
  pending.apply({ kind: 'createOrReplace', id: document._id, document: dated });
}

function createVersion(action: ActionRequest, { pending }: ActionContext): void {
  if (isRecord(action.document)) {
    const document = documentIn(action, 'document');
    pending.apply({ kind: 'create', id: document._id, document });
    return;
  }
  const baseId = text(action, 'baseId');
  const id = text(action, 'versionId');
  const base = pending.read(baseId);
  if (!base) throw pending.fail(notFound(baseId));
  requireRevision(pending, baseId, textOrNull(action, 'ifBaseRevisionId'));
  pending.apply({ kind: 'create', id, document: copyOf(base, id) });
}

function unpublishWithRelease(action: ActionRequest, { pending }: ActionContext): void {
  const id = text(action, 'versionId');
  const published = pending.read(text(action, 'publishedId'));
  if (!published) throw pending.fail(notFound(text(action, 'publishedId')));
  pending.apply({ kind: 'createIfNotExists', id, document: copyOf(published, id) });
  pending.apply({ kind: 'patch', id, operations: { set: { _system: { delete: true } } } });
}

function requireRevision(pending: PendingTransaction, id: string, expected: string | null): void {
  const current = pending.read(id);
  if (expected !== null && current?._rev !== expected) {
    throw pending.fail(revisionMismatch(id, current?._rev ?? '', expected));
  }
}

function copyOf(document: LakeDocument, id: string): JsonRecord & { _id: string; _type: string } {
  const { _rev: _revision, _updatedAt: _updated, ...content } = document;
  return { ...content, _id: id, _type: document._type };
}

/** A reference to something unpublished is weak in the draft and becomes strong when it is published. */
function strengthened(value: JsonRecord): JsonRecord {
  const { _strengthenOnPublish: wish, ...rest } = value;
  if (isRecord(wish) && typeof value._ref === 'string') {
    if (wish.weak !== true) delete rest._weak;
    return rest;
  }
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, strengthenedField(field)]));
}

function strengthenedField(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenedField);
  return isRecord(value) ? strengthened(value) : value;
}

function alreadyThere(id: string) {
  return { type: 'documentAlreadyExistsError', id, description: `Document by ID "${id}" already exists` };
}
