import type { Database } from '#lib/db/database.ts';
import { type EditionProgress, findProgress, listEditionsAtWork } from '#lib/mail/edition-progress-store.ts';
import { findNewsletterStop } from '#lib/mail/newsletter-stop-store.ts';

const dayMs = 86_400_000;

/** 1: something waits for a person. */
export async function status(
  db: Database,
  now: Date,
  say: (line: string) => void,
  asJson: boolean,
): Promise<number> {
  const stop = await findNewsletterStop(db);
  const found = await listEditionsAtWork(db, new Date(now.getTime() - dayMs));
  const editions = await Promise.all(
    found.map(async ({ id, key, state, reason }) => ({
      ...{ id, key, state, reason },
      ...(await findProgress(db, id, now)),
    })),
  );
  if (asJson) say(JSON.stringify({ stop, editions }));
  else {
    if (stop) say(`Every newsletter is paused since ${stop.since.toISOString()}: ${stop.reason ?? ''}`);
    for (const edition of editions) {
      say(`${edition.id}  ${edition.state}${edition.reason ? ` (${edition.reason})` : ''}  ${edition.key}`);
      if (edition.audience > 0) say(`  ${inWords(edition)}`);
    }
    if (editions.length === 0) say('No newsletter is on its way.');
  }
  const needsPerson = ({ state, uncertain }: (typeof editions)[number]) =>
    state === 'paused' || state === 'missed' || uncertain > 0;
  return stop || editions.some(needsPerson) ? 1 : 0;
}

function inWords(progress: EditionProgress): string {
  const { audience, sent, waiting, perSecond, secondsLeft } = progress;
  const others = (['failed', 'uncertain', 'dropped', 'bounced', 'complained', 'unsubscribed'] as const)
    .filter((name) => progress[name] > 0)
    .map((name) => `, ${progress[name]} ${name}`);
  const rest = waiting > 0 ? `, ${waiting} waiting` : '';
  const pace =
    perSecond > 0 && waiting > 0 ? `, ${perSecond.toFixed(1)} a second, ${secondsLeft} s left` : '';
  return `${sent} of ${audience} sent${others.join('')}${rest}${pace}`;
}
