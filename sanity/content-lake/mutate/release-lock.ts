import type { LakeDocument } from '../dataset/document.ts';
import type { MutationFault } from '../http/lake-error.ts';

type Read = (id: string) => LakeDocument | null | undefined;

/** Whether a document waits in a scheduled release: it is published as it was when it was scheduled. */
export function isLocked(id: string, read: Read): boolean {
  const [kind, releaseId] = id.split('.');
  return kind === 'versions' && read(`_.releases.${releaseId}`)?.state === 'scheduled';
}

export function locked(id: string): MutationFault {
  const description = `Document "${id}" is locked by its scheduled release; unschedule the release to change it`;
  return { type: 'documentLockedError', id, description };
}
