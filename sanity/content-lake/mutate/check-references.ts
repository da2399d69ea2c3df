import { type LakeDocument, referencesIn } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { mutationError } from '../http/lake-error.ts';
import type { DocumentChange } from './pending-transaction.ts';

/**
 * A strong reference always has its target, at the end of every transaction: whoever points nowhere
 * is refused, and so is whoever deletes a document that others point to.
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
      .filter((document) => strongTargets(document).includes(id))
      .map((document) => document._id);
    if (referring.length > 0) throw mutationError(stillReferenced(id, [...new Set(referring)]), index);
  });
}

function strongTargets(document: LakeDocument): string[] {
  return referencesIn(document)
    .filter((reference) => reference.isStrong)
    .map((reference) => reference.id);
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
