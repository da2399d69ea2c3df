import { isRecord, publishedId } from '../dataset/document.ts';
import { kindOf } from './document-events.ts';
import type { HistoryEntry } from './history-store.ts';

/** What one transaction did to a release and to the versions that belong to it. */
export function releaseEvents(releaseName: string, entries: readonly HistoryEntry[]): object[] {
  const release = entries.find((entry) => entry.documentId === `_.releases.${releaseName}`);
  const members = entries.filter((entry) => entry.documentId.startsWith(`versions.${releaseName}.`));
  if (release) {
    const { timestamp, author } = release;
    return [{ timestamp, author, releaseName, ...whatHappened(release) }];
  }
  return members.flatMap((entry) => {
    const { timestamp, author, documentId: versionId, transactionId } = entry;
    const base = { timestamp, author, releaseName, documentId: publishedId(versionId), versionId };
    switch (kindOf(entry)) {
      case 'create':
        return [
          {
            ...base,
            type: 'addDocumentToRelease',
            revisionId: transactionId,
            versionRevisionId: transactionId,
          },
        ];
      case 'delete':
        return [{ ...base, type: 'discardDocumentFromRelease' }];
      default:
        return [];
    }
  });
}

const typesByState: Record<string, string> = {
  scheduled: 'scheduleRelease',
  published: 'publishRelease',
  archived: 'archiveRelease',
};

function whatHappened(entry: HistoryEntry): object {
  const kind = kindOf(entry);
  if (kind !== 'update') return { type: kind === 'create' ? 'createRelease' : 'deleteRelease' };
  const { set, unset } = patchOf(entry.mutations);
  const { state, publishAt } = set;
  if (state === 'active') {
    return { type: unset.includes('publishAt') ? 'unscheduleRelease' : 'unarchiveRelease' };
  }
  const type = typeof state === 'string' ? typesByState[state] : undefined;
  if (type === undefined) return { type: 'editRelease', change: set };
  return { type, ...(typeof publishAt === 'string' ? { publishAt } : {}) };
}

/** What the release's patches did in all. */
function patchOf(mutations: unknown): { set: Record<string, unknown>; unset: unknown[] } {
  const set: Record<string, unknown> = {};
  const unset: unknown[] = [];
  for (const mutation of Array.isArray(mutations) ? mutations : []) {
    if (!isRecord(mutation) || !isRecord(mutation.patch)) continue;
    if (isRecord(mutation.patch.set)) Object.assign(set, mutation.patch.set);
    if (Array.isArray(mutation.patch.unset)) unset.push(...mutation.patch.unset);
  }
  return { set, unset };
}
