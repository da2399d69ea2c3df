import { getEditionArticles } from '#lib/content/newsletter-articles-query.ts';
import { getScheduledLists } from '#lib/content/scheduled-lists-query.ts';
import type { Database, Transaction } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { allowLongFreeze } from './audience-store.ts';
import { correctionKey } from './edition-keys.ts';
import {
  type Edition,
  type EditionState,
  findEditionByKey,
  lockEdition,
  setEdition,
} from './edition-store.ts';
import { type EditionPress, type Frozen, freezeEdition } from './freeze-edition.ts';
import { addEdition } from './plan-store.ts';
import { dropQueued } from './queued-store.ts';

export type ActionOutcome =
  | { kind: 'done' }
  | { kind: 'not in that state'; state: EditionState }
  | { kind: 'unknown' };

/** As for every action, and what only sending can meet. */
export type SendOutcome =
  | ActionOutcome
  | Extract<Frozen, { kind: 'nothing to send' | 'superseded' | 'no such list' }>;

/** It does not go out by itself any more, until it is released. */
export function holdEdition(db: Database, id: string, reason: string | null): Promise<ActionOutcome> {
  return change(db, id, ['planned'], (tx) => setEdition(tx, id, { state: 'held', reason }));
}

/** It goes out at its time; if that is long past, the planner says so and waits for a person. */
export function releaseEdition(db: Database, id: string): Promise<ActionOutcome> {
  return change(db, id, ['held'], (tx) => setEdition(tx, id, { state: 'planned', reason: null }));
}

/** For good. Of one that was being sent, whoever has not got it does not get it. */
export function cancelEdition(
  db: Database,
  id: string,
  reason: string | null,
  now: Date,
): Promise<ActionOutcome> {
  return change(db, id, ['planned', 'held', 'missed', 'paused'], async (tx) => {
    await allowLongFreeze(tx);
    await setEdition(tx, id, { state: 'cancelled', reason, settledAt: now });
    await dropQueued(tx, id, 'edition cancelled', now);
  });
}

/** With what there is to tell at this moment, and once, whoever else presses the same button. */
export async function sendEditionNow(press: EditionPress, id: string, now: Date): Promise<SendOutcome> {
  const frozen = await freezeEdition(press, id, { from: ['planned', 'held', 'missed'], untilNow: true }, now);
  return frozen.kind === 'frozen' ? { kind: 'done' } : frozen;
}

export type AskedCorrection = { listId: string; articleId: string; correctionDate: string };

/** Mails a correction of an article, once for each List; to those who got the article by that List, where it sent it. */
export async function sendCorrection(
  press: EditionPress,
  { listId, articleId, correctionDate }: AskedCorrection,
  now: Date,
): Promise<SendOutcome> {
  const list = (await getScheduledLists()).find((one) => one.id === listId);
  if (!list) return { kind: 'no such list' };
  const [article] = await getEditionArticles([articleId], list.language);
  const isOne = article?.summary.corrections.some(({ date }) => date === correctionDate);
  if (!isOne || article?.summary.language !== list.language) return { kind: 'unknown' };
  const key = correctionKey(listId, articleId, correctionDate);
  const { language } = list;
  // Held, so that only this call sends it.
  await addEdition(
    press.db,
    { key, kind: 'correction', listId, language, articleIds: [articleId], state: 'held', dueAt: now },
    now,
  );
  const edition = await findEditionByKey(press.db, key);
  return edition ? sendEditionNow(press, edition.id, now) : { kind: 'unknown' };
}

async function change(
  db: Database,
  id: string,
  from: readonly EditionState[],
  act: (tx: Transaction, edition: Edition) => Promise<void>,
): Promise<ActionOutcome> {
  return db.transaction(async (tx) => {
    const edition = await lockEdition(tx, id);
    if (!edition) return { kind: 'unknown' };
    if (!from.includes(edition.state)) return { kind: 'not in that state', state: edition.state };
    await act(tx, edition);
    log.info({ event: 'newsletter.changed_by_hand', editionId: id, from: edition.state });
    return { kind: 'done' };
  });
}
