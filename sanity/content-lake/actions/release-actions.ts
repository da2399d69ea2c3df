import { isRecord, type JsonRecord, type LakeDocument, publishedId } from '../dataset/document.ts';
import { parsePatchOperations } from '../mutate/mutation.ts';
import { notFound } from '../mutate/pending-transaction.ts';
import { type ActionRequest, documentIn, record, text } from './action.ts';
import { type ActionContext, publishVersion } from './document-actions.ts';

type ReleaseAction = (action: ActionRequest, context: ActionContext) => void;
type State = 'active' | 'scheduled' | 'published' | 'archived';

export const releaseActions: Record<string, ReleaseAction> = {
  'sanity.action.release.create': create,
  'sanity.action.release.edit': (action, context) => {
    requireState(action, context, ['active', 'scheduled']);
    change(action, context, parsePatchOperations(record(action, 'patch')));
  },
  'sanity.action.release.schedule': schedule,
  'sanity.action.release.unschedule': (action, context) => {
    requireState(action, context, ['scheduled']);
    change(action, context, { set: { state: 'active' }, unset: ['publishAt', 'finalDocumentStates'] });
  },
  'sanity.action.release.publish': publish,
  'sanity.action.release.archive': archive,
  'sanity.action.release.unarchive': unarchive,
  'sanity.action.release.import': importRelease,
  'sanity.action.release.delete': (action, context) => {
    requireState(action, context, ['archived', 'published']);
    for (const { _id: id } of versionsIn(action, context)) {
      context.pending.apply({ kind: 'delete', id, isRequired: false });
    }
    context.pending.apply({ kind: 'delete', id: documentIdOf(action), isRequired: true });
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
    metadata: { releaseType: 'undecided', ...metadata },
  };
  pending.apply({ kind: 'create', id, document });
}

/** The clock of the lake publishes it (release-clock.ts). */
function schedule(action: ActionRequest, context: ActionContext): void {
  requireState(action, context, ['active', 'scheduled']);
  const publishAt = text(action, 'publishAt');
  if (Number.isNaN(Date.parse(publishAt))) {
    throw context.pending.fail(
      { type: 'invalidActionError', description: '"publishAt" must be a date and time' },
      400,
    );
  }
  const finalDocumentStates = statesOf(versionsIn(action, context));
  change(action, context, { set: { state: 'scheduled', publishAt, finalDocumentStates }, unset: ['error'] });
}

function change(
  action: ActionRequest,
  { pending }: ActionContext,
  operations: Record<string, unknown>,
): void {
  pending.apply({ kind: 'patch', id: documentIdOf(action), operations });
}

/** All versions of the release become what is published, in the same transaction. */
function publish(action: ActionRequest, context: ActionContext): void {
  requireState(action, context, ['active', 'scheduled']);
  const { pending, now } = context;
  const versions = versionsIn(action, context);
  // First of all, because the versions of a scheduled release are locked.
  const set = { state: 'published', publishedAt: now.toISOString(), finalDocumentStates: statesOf(versions) };
  change(action, context, { set, unset: ['error'] });
  for (const version of versions) {
    const id = publishedId(version._id);
    if (isRecord(version._system) && version._system.delete === true) {
      pending.apply({ kind: 'delete', id, isRequired: false });
      pending.apply({ kind: 'delete', id: version._id, isRequired: true });
    } else publishVersion(pending, version, id);
  }
}

function archive(action: ActionRequest, context: ActionContext): void {
  requireState(action, context, ['active']);
  const versions = versionsIn(action, context);
  for (const { _id: id } of versions) context.pending.apply({ kind: 'delete', id, isRequired: true });
  const set = { state: 'archived', finalDocumentStates: statesOf(versions) };
  change(action, context, { set });
}

/** The documents come back as they last were. */
function unarchive(action: ActionRequest, context: ActionContext): void {
  const release = requireState(action, context, ['archived']);
  const states: unknown[] = Array.isArray(release.finalDocumentStates) ? release.finalDocumentStates : [];
  for (const state of states) {
    const id = isRecord(state) && typeof state.id === 'string' ? state.id : null;
    const document = id === null ? null : context.lastState(id);
    if (id !== null && document) context.pending.apply({ kind: 'createIfNotExists', id, document });
  }
  change(action, context, { set: { state: 'active' }, unset: ['finalDocumentStates'] });
}

/** A release as it was elsewhere, its state included: @sanity/import brings it with its versions. */
function importRelease(action: ActionRequest, { pending }: ActionContext): void {
  const given = documentIn(action, isRecord(action.document) ? 'document' : 'attributes');
  const id = documentIdOf(action);
  const kinds: Record<string, 'createIfNotExists' | 'createOrReplace'> = {
    ignore: 'createIfNotExists',
    replace: 'createOrReplace',
  };
  const kind = kinds[String(action.ifExists)] ?? 'create';
  const document = { ...given, _id: id, _type: 'system.release', name: text(action, 'releaseId') };
  pending.apply({ kind, id, document });
}

function requireState(
  action: ActionRequest,
  { pending }: ActionContext,
  states: readonly State[],
): LakeDocument {
  const id = documentIdOf(action);
  const release = pending.read(id);
  if (!release) throw pending.fail(notFound(id));
  if (states.some((state) => state === release.state)) return release;
  const description = `Release "${release.name}" is ${release.state}; it must be ${states.join(' or ')}`;
  throw pending.fail({ type: 'invalidReleaseStateError', id, description });
}

function statesOf(versions: readonly LakeDocument[]): JsonRecord[] {
  return versions.map(({ _id, _rev }) => ({ _key: _rev, id: _id }));
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
