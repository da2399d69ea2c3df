import { type DocumentChange, documentChangeSchema, tagsOf } from '#lib/content/content-tags.ts';
import type { Queryable } from '#lib/db/database.ts';
import { clearTags } from '#lib/page-cache/clear-tags.ts';
import { parseJson } from './parse-json.ts';
import { addReceipts, forgetOldReceipts, hasReceipt } from './receipts-store.ts';
import { verifySignature } from './verify-signature.ts';

export type Delivery = { signature: string | null; idempotencyKey: string | null; body: string };

export type Taken =
  | { kind: 'cleared'; change: DocumentChange; tags: string[]; forgotten: number }
  | { kind: 'seen before' }
  | { kind: 'refused'; because: 'unsigned' | 'forged' | 'out of time' }
  | { kind: 'not a change' };

/**
 * Takes a signed message that a document changed and clears what was made of it. It clears before it writes the
 * receipt, and also when the database does not answer: readers get the new text, the sender tries again, and
 * clearing twice harms nobody.
 */
export async function takeContentChange(
  db: Queryable,
  delivery: Delivery,
  secret: string,
  now: Date,
): Promise<Taken> {
  const verdict = verifySignature(delivery.signature, delivery.body, secret, now);
  if (verdict.kind === 'refused') return verdict;
  const receipts = [`signature ${verdict.signature}`];
  if (delivery.idempotencyKey) receipts.push(`delivery ${delivery.idempotencyKey.slice(0, 200)}`);
  const change = documentChangeSchema.safeParse(parseJson(delivery.body));
  if (!change.success) return { kind: 'not a change' };
  const known = await hasReceipt(db, receipts).catch((cause: unknown) => ({ cause }));
  if (known === true) return { kind: 'seen before' };
  const tags = tagsOf(change.data);
  // Not `now`: whatever began while the receipts were looked up may have read the old text, too.
  const { forgotten } = await clearTags(tags);
  if (known !== false) throw new Error('Cleared, but the database keeps no receipt.', known);
  await addReceipts(db, receipts, now);
  await forgetOldReceipts(db, now);
  return { kind: 'cleared', change: change.data, tags, forgotten };
}
