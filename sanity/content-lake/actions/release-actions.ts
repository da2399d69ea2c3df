import { isRecord, type LakeDocument, publishedId } from '../dataset/document.ts';
import { parsePatchOperations } from '../mutate/mutation.ts';
import { notFound } from '../mutate/pending-transaction.ts';
import { type ActionRequest, record, text } from './action.ts';
import { type ActionContext, publishVersion } from './document-actions.ts';

type ReleaseAction = (action: ActionRequest, context: ActionContext) => void;

export const releaseActions: Record<string, ReleaseAction> = {
  'sanity.action.release.create': create,
  'sanity.action.release.edit': (action, context) => {
    change(action, context, parsePatchOperations(record(action, 'patch')));
  },
  'sanity.action.release.schedule': (action, context) => {
    change(action, context, { set: { state: 'scheduled', publishAt: text(action, 'publishAt') } });
  },
  'sanity.action.release.unschedule': (action, context) => {
    change(action, context, { set: { state: 'active' }, unset: ['publishAt'] });
  },
  'sanity.action.release.publish': publish,
  'sanity.action.release.archive': archive,
  'sanity.action.release.unarchive': (action, context) => {
    change(action, context, { set: { state: 'active' }, unset: ['finalDocumentStates'] });
  },
  'sanity.action.release.delete': (action, { pending }) => {
    pending.apply({ kind: 'delete', id: documentIdOf(action), isRequired: true });
  },
};

function create(action: ActionRequest, { pending }: ActionContext): void {
  const id = documentIdOf(action);
  const metadata = isRecord(action.metadata) ? action.metadata : {};
  const document = {
    _id: id,
    _type: 'system.release',
    name: text(action, 'releaseId'),
    state: 'active',
    metadata,
  };
  pending.apply({ kind: 'create', id, document });
}

function change(
  action: ActionRequest,
  { pending }: ActionContext,
  operations: Record<string, unknown>,
): void {
  const id = documentIdOf(action);
  if (!pending.read(id)) throw pending.fail(notFound(id));
  pending.apply({ kind: 'patch', id, operations });
}

/** All versions of the release become what is published, in the same transaction. */
function publish(action: ActionRequest, context: ActionContext): void {
  const { pending, now } = context;
  const versions = versionsIn(action, context);
  for (const version of versions) {
    const id = publishedId(version._id);
    if (isRecord(version._system) && version._system.delete === true) {
      pending.apply({ kind: 'delete', id, isRequired: false });
      pending.apply({ kind: 'delete', id: version._id, isRequired: true });
    } else publishVersion(pending, version, id);
  }
  const finalDocumentStates = versions.map((version) => ({
    _key: version._rev,
    id: publishedId(version._id),
  }));
  change(action, context, {
    set: { state: 'published', publishedAt: now.toISOString(), finalDocumentStates },
  });
}

function archive(action: ActionRequest, context: ActionContext): void {
  const versions = versionsIn(action, context);
  const finalDocumentStates = versions.map((version) => ({
    _key: version._rev,
    id: publishedId(version._id),
  }));
  for (const { _id: id } of versions) context.pending.apply({ kind: 'delete', id, isRequired: true });
  change(action, context, { set: { state: 'archived', finalDocumentStates } });
}

function versionsIn(action: ActionRequest, { raw, pending }: ActionContext): LakeDocument[] {
  const prefix = `versions.${text(action, 'releaseId')}.`;
  return raw
    .all()
    .filter((document) => document._id.startsWith(prefix))
    .flatMap((document) => pending.read(document._id) ?? []);
}

function documentIdOf(action: ActionRequest): string {
  return `_.releases.${text(action, 'releaseId')}`;
}
