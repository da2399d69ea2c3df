import { publishedId } from '../dataset/document.ts';
import type { HistoryEntry } from './history-store.ts';

type Event = Record<string, string>;

/** The ids whose changes make up one document's story. */
export function groupOf(id: string): string[] {
  const published = publishedId(id);
  return id.startsWith('versions.') ? [id, published] : [published, `drafts.${published}`];
}

/** What one transaction did to the document, seen together with its draft or version. */
export function documentEvents(id: string, entries: readonly HistoryEntry[]): Event[] {
  const documentId = publishedId(id);
  const published = entries.find((entry) => entry.documentId === documentId);
  const versionId =
    (published && releasedVersion(documentId, entries)) ??
    groupOf(id).find((member) => member !== documentId) ??
    `drafts.${documentId}`;
  const version = entries.find((entry) => entry.documentId === versionId);
  const either = published ?? version;
  if (!either) return [];
  const { timestamp, author, transactionId } = either;
  const base = { timestamp, author, documentId };

  if (published && version) {
    const versionRevisionId = version.previousRev ?? transactionId;
    if (kindOf(published) === 'delete' && kindOf(version) === 'delete')
      return [{ ...base, type: 'deleteDocumentGroup' }];
    if (kindOf(published) === 'delete')
      return [{ ...base, type: 'unpublishDocument', versionId, versionRevisionId: transactionId }];
    if (kindOf(version) === 'delete') {
      const cause = versionId.startsWith('versions.') ? 'release.publish' : 'document.publish';
      return [
        {
          ...base,
          type: 'publishDocumentVersion',
          revisionId: transactionId,
          versionId,
          versionRevisionId,
          publishCause: cause,
        },
      ];
    }
  }
  const events: Event[] = [];
  if (published) events.push(...publishedEvents(published, base, versionId));
  if (version) events.push(...versionEvents(version, base, versionId));
  return events;
}

/** Whatever is looked at, the draft or what is published: a release publishes a version of its own. */
function releasedVersion(documentId: string, entries: readonly HistoryEntry[]): string | undefined {
  const versions = entries.filter(
    (entry) => entry.documentId.startsWith('versions.') && publishedId(entry.documentId) === documentId,
  );
  return versions.find((entry) => kindOf(entry) === 'delete')?.documentId;
}

function publishedEvents(entry: HistoryEntry, base: Event, versionId: string): Event[] {
  switch (kindOf(entry)) {
    case 'create':
      return [{ ...base, type: 'createLiveDocument', revisionId: entry.transactionId }];
    case 'update':
      return [{ ...base, type: 'updateLiveDocument', revisionId: entry.transactionId }];
    default:
      return [{ ...base, type: 'unpublishDocument', versionId, versionRevisionId: entry.previousRev ?? '' }];
  }
}

/** Edits are left out: Studio makes them from the transactions. */
function versionEvents(entry: HistoryEntry, base: Event, versionId: string): Event[] {
  const revision = entry.previousRev ?? entry.transactionId;
  switch (kindOf(entry)) {
    case 'create':
      return [{ ...base, type: 'createDocumentVersion', versionId, versionRevisionId: entry.transactionId }];
    case 'delete':
      return [{ ...base, type: 'deleteDocumentVersion', versionId, versionRevisionId: revision }];
    default:
      return [];
  }
}

export function kindOf({ effects }: HistoryEntry): 'create' | 'update' | 'delete' {
  if (isNothing(effects.apply)) return 'delete';
  return isNothing(effects.revert) ? 'create' : 'update';
}

function isNothing(patch: unknown[]): boolean {
  return patch[0] === 0 && patch[1] === null;
}
