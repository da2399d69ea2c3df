import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { nextStep, type SendOutcome } from './delivery-policy.ts';
import type { EditionLedger } from './edition-ledger.ts';
import type { RowInHand, RowResult } from './edition-outbox-store.ts';
import type { EditionStrain } from './edition-strain.ts';
import type { EditionMessage, NewsletterOffice } from './newsletter-office.ts';
import type { SmtpLine } from './smtp-line.ts';

/** What the connections of one batch share. */
export type Batch = {
  office: NewsletterOffice;
  editionId: string;
  messages: Map<Language, EditionMessage>;
  ledger: EditionLedger;
  strain: EditionStrain;
  counts: Map<RowResult['state'], number>;
  bounced: string[];
};

/**
 * One mail after the other, as long as there are any. Ends with what is wrong when the relay does not let this
 * connection in, or ends it before it has taken anything; a row is in hand only while the connection stands.
 */
export async function sendOverLine(batch: Batch, line: SmtpLine): Promise<Error | null> {
  const { office, ledger, strain } = batch;
  let result: RowResult | null = null;
  let trouble: Error | null = null;
  let hasWorked = false;
  for (;;) {
    const goesOn = () => !trouble && !office.stopping.aborted && strain.tooMuch() === null;
    if (goesOn() && (office.pace || !line.isOpen())) {
      // What came back is not left in doubt while we wait.
      if (result) await ledger.exchange(result, false);
      result = null;
      await office.pace?.();
      trouble = await line.open().then(() => null, asError);
    }
    const row: RowInHand | null = await ledger.exchange(result, goesOn());
    if (!row) return trouble;
    const outcome = await send(batch, line, row);
    strain.note(outcome);
    result = resultOf(row, outcome, office.clock());
    note(batch, row, outcome, result);
    // A relay may end a connection now and then; one that takes nothing over a new one is in trouble.
    if (outcome.kind === 'unreachable' && !hasWorked)
      trouble = new Error(`The relay said ${outcome.code ?? 'nothing'}`);
    hasWorked = outcome.kind !== 'unreachable';
  }
}

async function send({ office, messages }: Batch, line: SmtpLine, row: RowInHand): Promise<SendOutcome> {
  const message = messages.get(row.language);
  if (!message) throw new Error(`An edition has no rendering in ${row.language}`);
  return line.send({ from: office.mailFrom, to: row.email }, message(row));
}

function resultOf(row: RowInHand, outcome: SendOutcome, now: Date): RowResult {
  const step = nextStep({ ...row, createdAt: row.triedSince, purpose: 'newsletter' }, outcome, now);
  const code = 'code' in outcome ? outcome.code : null;
  if (step.kind === 'wait') {
    const dueAt = new Date(now.getTime() + step.seconds * 1000);
    return { row, code, reason: step.reason, state: 'queued', dueAt };
  }
  if (step.state === 'dropped') throw new Error('An answer of the relay drops no mail');
  return { row, code, reason: step.reason, state: step.state };
}

function note(
  { counts, bounced, editionId }: Batch,
  row: RowInHand,
  outcome: SendOutcome,
  result: RowResult,
): void {
  const { state, reason, code } = result;
  counts.set(state, (counts.get(state) ?? 0) + 1);
  if (outcome.kind === 'refused' && outcome.isNoMailbox) bounced.push(row.emailKey);
  if (state === 'failed' || state === 'uncertain') {
    log.warn({ event: `delivery.${state}`, editionId, deliveryId: row.id, reason, smtpCode: code });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
