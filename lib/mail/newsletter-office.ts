import type pg from 'pg';
import type { Edition, EditionRendering } from '#lib/newsletter/edition-store.ts';
import type { PostOffice } from './deliver.ts';
import type { RowInHand } from './edition-outbox-store.ts';
import type { Sender } from './mail-frame.ts';
import type { Pace } from './pace.ts';
import type { SmtpLine } from './smtp-line.ts';

/** A whole message for one recipient, made of a rendering once for all of them. */
export type EditionMessage = (recipient: Pick<RowInHand, 'id' | 'subscriberId' | 'email'>) => Buffer | string;

type MessageMaker = (edition: Edition, rendering: EditionRendering, sender: Sender) => EditionMessage;

/** Everything that sending newsletters needs from outside. */
export type NewsletterOffice = Pick<PostOffice, 'db' | 'secret' | 'mailFrom' | 'senderFor' | 'clock'> & {
  pool: pg.Pool;
  /** One for each connection to the relay. */
  lines: SmtpLine[];
  /** Null: as fast as the relay takes them. */
  pace: Pace | null;
  messageOf: MessageMaker;
  /** Whether nobody may see one of these articles any more. */
  isHeldBack: (articleIds: readonly string[]) => Promise<boolean>;
  stopping: AbortSignal;
};
