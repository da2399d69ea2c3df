import { type LakeDocument, referencesIn } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { mutationError } from '../http/lake-error.ts';
import type { DocumentChange } from './pending-transaction.ts';
import { isLocked } from './release-lock.ts';

/**
 * A strong reference always has its target, at the end of every transaction: whoever points nowhere
 * is refused, and so is whoever deletes a document that others point to. A document in a scheduled release
 * already holds what it will point to when its time has come.
 */
export function checkReferences(view: View, changes: readonly DocumentChange[]): void {
  const changed = new Map(changes.map((change) => [change.id, change.after]));
  const read = (id: string): LakeDocument | undefined =>
    changed.has(id) ? (changed.get(id) ?? undefined) : view.get(id);

  changes.forEach(({ id, before, after }, index) => {
    if (after) {
      const known = new Set(before ? strongTargets(before) : []);
      const missing = strongTargets(after).find((target) => !known.has(target) && !read(target));
      if (missing !== undefined) throw mutationError(missingTarget(id, missing), index);
      return;
    }
    const referring = view
      .referringTo(id)
      .all()
      .map((document) => read(document._id))
      .filter((document) => document !== undefined)
      .concat(changes.flatMap((change) => (change.after ? [change.after] : [])))
      .filter((document) => heldBy(document, isLocked(document._id, read)).includes(id))
      .map((document) => document._id);
    if (referring.length > 0) throw mutationError(stillReferenced(id, [...new Set(referring)]), index);
  });
}

function strongTargets(document: LakeDocument): string[] {
  return heldBy(document, false);
}

function heldBy(document: LakeDocument, isToBePublished: boolean): string[] {
  return referencesIn(document)
    .filter(({ isStrong, isStrongOncePublished }) => (isToBePublished ? isStrongOncePublished : isStrong))
    .map(({ id }) => id);
}

function missingTarget(id: string, target: string) {
  return {
    type: 'documentReferenceDoesNotExistError',
    id,
    referenceID: target,
    description: `Document "${id}" references non-existent document "${target}"`,
  };
}

function stillReferenced(id: string, referencingIDs: string[]) {
  return {
    type: 'documentHasReferencesError',
    id,
    referencingIDs,
    description: `Document "${id}" cannot be deleted as there are references to it from "${referencingIDs[0]}"`,
  };
}
