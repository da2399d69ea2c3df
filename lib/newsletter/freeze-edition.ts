import type { PgBoss } from 'pg-boss';
import { getScheduledLists } from '#lib/content/scheduled-lists-query.ts';
import type { Database, Transaction } from '#lib/db/database.ts';
import { type Language, languageSchema } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { allowLongFreeze, freezeAudience } from './audience-store.ts';
import { composeEdition } from './compose-edition.ts';
import { chooseForEdition, periodStart } from './edition-articles.ts';
import type { EditionContent, RenderedEdition } from './edition-content.ts';
import { callSenders } from './edition-jobs-store.ts';
import {
  addRenderings,
  type Edition,
  type EditionRendering,
  type EditionState,
  findEdition,
  isLaterDigestOut,
  lockEdition,
  setEdition,
} from './edition-store.ts';
import { lockList } from './plan-store.ts';

/** Everything that freezing needs from outside. */
export type EditionPress = {
  db: Database;
  jobs: PgBoss;
  render: (content: EditionContent, language: Language) => RenderedEdition;
};

export type Frozen =
  | { kind: 'frozen'; audience: number }
  /** Of a digest: nothing new. Of one article: nobody may see it now. */
  | { kind: 'nothing to send' }
  | { kind: 'not in that state'; state: EditionState }
  /** A later digest of the List is out, with what this one would hold. */
  | { kind: 'superseded' }
  | { kind: 'no such list' }
  | { kind: 'unknown' };

/** From which states it may begin, and whether it gathers until now instead of until its time. */
type How = { from: readonly EditionState[]; untilNow: boolean };

/**
 * Fixes what an edition says and to whom, and calls the senders: once, whoever else tries at the same time. What the
 * lake says is asked for before the transaction; if another digest of the List comes in between, it is asked again.
 */
export async function freezeEdition(press: EditionPress, id: string, how: How, now: Date): Promise<Frozen> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const draft = await draftOf(press, id, how, now);
    if ('kind' in draft) return draft;
    const frozen = await press.db.transaction((tx) => freezeDraft(tx, press.jobs, draft, how, now));
    if (frozen === 'again') continue;
    if (frozen.kind === 'frozen') {
      log.info({ event: 'newsletter.frozen', editionId: id, audience: frozen.audience });
    }
    return frozen;
  }
  throw new Error(`Digests of one list kept going out while ${id} was being made`);
}

type Draft = {
  edition: Edition;
  periodFrom: Date | null;
  articleIds: string[];
  renderings: EditionRendering[];
  list: Parameters<typeof periodStart>[2];
};

async function draftOf(press: EditionPress, id: string, how: How, now: Date): Promise<Draft | Frozen> {
  const found = await findEdition(press.db, id);
  if (!found) return { kind: 'unknown' };
  if (!how.from.includes(found.state)) return { kind: 'not in that state', state: found.state };
  const list = (await getScheduledLists()).find((one) => one.id === found.listId);
  if (!list) return { kind: 'no such list' };
  const periodFrom = await periodStart(press.db, found, list);
  const dueAt = how.untilNow ? now : found.dueAt;
  const period = { from: periodFrom, until: dueAt, isByItself: !how.untilNow };
  const chosen = await chooseForEdition(press.db, found, list, period, now);
  const edition = { ...found, dueAt, articleIds: chosen };
  const contents = [
    await composeEdition(edition, list, 'full', now),
    await composeEdition(edition, list, 'preview', now),
  ];
  const articleIds = contents[0]?.articles.map(({ summary }) => summary.id) ?? [];
  const renderings =
    articleIds.length === 0
      ? []
      : contents.flatMap((content) =>
          languageSchema.options.map((language) => ({
            editionId: id,
            language,
            access: content.access,
            ...press.render(content, language),
          })),
        );
  return { edition: found, periodFrom, articleIds, renderings, list };
}

async function freezeDraft(
  tx: Transaction,
  jobs: PgBoss,
  { edition, periodFrom, articleIds, renderings, list }: Draft,
  { from, untilNow }: How,
  now: Date,
): Promise<Frozen | 'again'> {
  await allowLongFreeze(tx);
  await lockList(tx, edition.listId);
  const current = await lockEdition(tx, edition.id);
  if (!current) return { kind: 'unknown' };
  if (!from.includes(current.state)) return { kind: 'not in that state', state: current.state };
  if (current.kind === 'digest') {
    if (await isLaterDigestOut(tx, current)) return { kind: 'superseded' };
    const start = await periodStart(tx, current, list);
    if (start?.getTime() !== periodFrom?.getTime() || current.dueAt.getTime() !== edition.dueAt.getTime()) {
      return 'again';
    }
  }
  if (renderings.length === 0) return { kind: 'nothing to send' };
  await addRenderings(tx, renderings);
  const audience = await freezeAudience(tx, { ...current, articleIds }, now);
  const dueAt = untilNow ? now : current.dueAt;
  const fixed = { articleIds, dueAt, audience, frozenAt: now, reason: null };
  await setEdition(tx, edition.id, { ...fixed, state: 'sending' });
  await callSenders(tx, jobs, edition.id, audience);
  return { kind: 'frozen', audience };
}
