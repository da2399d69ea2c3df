import type { DocumentActionsResolver } from 'sanity';
import { isSingleton } from '../singletons.ts';

const forSingletons = new Set(['publish', 'discardChanges', 'restore']);

/** What an editor can do with a document: one that exists once can neither be doubled nor taken away. */
export const documentActions: DocumentActionsResolver = (actions, { schemaType }) => {
  if (isSingleton(schemaType)) return actions.filter(({ action }) => action && forSingletons.has(action));
  return actions;
};
