import { setTimeout as pause } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Config } from '#lib/config.ts';
import type { OpenDatabase } from '#lib/db/database.ts';
import { findHeldBack } from '#lib/newsletter/held-back.ts';
import type { PostOffice } from './deliver.ts';
import { type DkimSettings, dkimKey } from './dkim.ts';
import { editionMessage } from './edition-message.ts';
import { openPump } from './edition-pump.ts';
import { type EditionBatchJob, editionQueue } from './mail-jobs.ts';
import type { NewsletterOffice } from './newsletter-office.ts';
import { openPace } from './pace.ts';
import { openLine } from './smtp-line.ts';
import { smtpSettings } from './smtp-settings.ts';

/** What is on its way to the relay may end first; the supervisor kills after 15 s. */
const handsEmptyMs = 8000;

type Settings = DkimSettings & Pick<Config, 'SMTP_URL' | 'MAIL_CONNECTIONS' | 'MAIL_PER_SECOND'>;

export type Newsletters = {
  takeJobs: (jobs: PgBoss) => Promise<string>;
  sweep: () => Promise<void>;
  close: () => Promise<void>;
};

/** The part of a worker that sends newsletters, over connections of its own: no other mail waits behind them. */
export function openNewsletters(
  office: PostOffice,
  { pool }: OpenDatabase,
  settings: Settings,
  stopping: AbortSignal,
): Newsletters {
  const { SMTP_URL, MAIL_CONNECTIONS, MAIL_PER_SECOND } = settings;
  const smtp = smtpSettings(SMTP_URL);
  const lines = Array.from({ length: MAIL_CONNECTIONS }, () => openLine(smtp));
  const rest = (milliseconds: number) =>
    pause(milliseconds, undefined, { signal: stopping }).catch(() => undefined);
  const pace = MAIL_PER_SECOND === undefined ? null : openPace(MAIL_PER_SECOND, rest);
  const newsletters: NewsletterOffice = {
    ...office,
    ...{ pool, lines, pace, stopping, messageOf: editionMessage({ ...office, dkim: dkimKey(settings) }) },
    isHeldBack: async (articleIds) => (await findHeldBack(articleIds, office.clock())).size > 0,
  };
  const pump = openPump(newsletters);
  const work = { pollingIntervalSeconds: 2 };
  return {
    // Taking a job only means to look: the rows say what there is to do.
    takeJobs: (jobs) =>
      jobs.work<EditionBatchJob>(editionQueue, work, async (batch) => {
        for (const { data } of batch) pump.look(data.editionId);
      }),
    sweep: pump.sweep,
    close: async () => {
      const late = new AbortController();
      await Promise.race([pump.rest(), pause(handsEmptyMs, undefined, late).catch(() => undefined)]);
      late.abort();
      // Whatever the relay has not answered by now is uncertain, and noted as such.
      for (const line of lines) line.close();
      await pump.rest();
    },
  };
}
