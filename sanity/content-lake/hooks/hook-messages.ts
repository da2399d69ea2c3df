import { createHash } from 'node:crypto';
import { type ExprNode, evaluate } from 'groq-js';
import { isPublishedId, type LakeDocument } from '../dataset/document.ts';
import type { View } from '../dataset/view.ts';
import { parseTrusted } from '../query/parse-query.ts';
import type { Hook, Operation } from './hook.ts';
import type { NewDelivery } from './hook-store.ts';

type HookChange = { id: string; before: LakeDocument | null; after: LakeDocument | null };
export type HookTransaction = {
  seq: number;
  id: string;
  timestamp: string;
  author: string;
  changes: readonly HookChange[];
};

/** What one transaction makes one hook send: a message for each document that its rule is about. */
export async function hookMessages(
  hook: Hook,
  transaction: HookTransaction,
  raw: View,
  projectId: string,
): Promise<NewDelivery[]> {
  const messages: NewDelivery[] = [];
  for (const change of transaction.changes) {
    const operation = operationOf(change);
    if (!hook.on.includes(operation)) continue;
    if (!hook.includeDrafts && !isPublishedId(change.id)) continue;
    if (hook.filter !== '' && (await answer(hook.filter, change, transaction, raw, hook, projectId)) !== true)
      continue;
    const projected =
      hook.projection === ''
        ? (change.after ?? change.before)
        : await answer(hook.projection, change, transaction, raw, hook, projectId);
    messages.push({
      body: JSON.stringify(projected ?? null),
      headers: headersOf(hook, transaction, change, operation, projectId),
    });
  }
  return messages;
}

/** Rules are read in delta mode: `before()`, `after()` and `delta::` speak of the change. */
async function answer(
  groq: string,
  { before, after }: HookChange,
  transaction: HookTransaction,
  raw: View,
  { dataset }: Hook,
  projectId: string,
): Promise<unknown> {
  const tree: ExprNode = parseTrusted(groq, 'delta');
  const value = await evaluate(tree, {
    root: after ?? before,
    dataset: raw.all(),
    before,
    after,
    identity: transaction.author,
    timestamp: new Date(transaction.timestamp),
    sanity: { projectId, dataset },
    dereference: ({ _ref }) => raw.get(_ref),
  });
  return value.get();
}

function operationOf({ before, after }: HookChange): Operation {
  if (!before) return 'create';
  return after ? 'update' : 'delete';
}

function headersOf(
  hook: Hook,
  transaction: HookTransaction,
  { id }: HookChange,
  operation: Operation,
  projectId: string,
): Record<string, string> {
  const key = createHash('sha256').update(`${hook.id} ${transaction.id} ${id}`).digest('hex').slice(0, 32);
  return {
    'sanity-transaction-id': transaction.id,
    'sanity-transaction-time': transaction.timestamp,
    'sanity-dataset': hook.dataset,
    'sanity-document-id': id,
    'sanity-project-id': projectId,
    'sanity-webhook-id': hook.id,
    'sanity-operation': operation,
    'idempotency-key': key,
  };
}
