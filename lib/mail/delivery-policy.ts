import type { Delivery, Settlement } from './outbox.ts';

/**
 * What became of a hand-over. `refused`: the server said no to this recipient or message for good; `isNoMailbox`: it
 * says that there is no such mailbox. `deferred`: it said not now. `unreachable`: no server took the message, whatever the reason. `lost`: it may have taken it, the answer
 * never came.
 */
export type SendOutcome =
  | { kind: 'accepted'; code: number }
  | { kind: 'refused'; code: number; isNoMailbox: boolean }
  | { kind: 'deferred'; code: number }
  | { kind: 'unreachable'; code: number | null }
  | { kind: 'lost' };

export type NextStep = ({ kind: 'settle' } & Settlement) | { kind: 'wait'; seconds: number; reason: string };

const hourMs = 3_600_000;
/** After a day nobody waits for this mail any more. */
const giveUpAfterMs = 24 * hourMs;

/** `createdAt`: since when it has been tried. */
type Sent = Pick<Delivery, 'purpose' | 'attempt' | 'createdAt'>;

/** What to do with a row after a hand-over, by the classes of RFC 5321 and what the mail promises. */
export function nextStep(delivery: Sent, outcome: SendOutcome, now: Date): NextStep {
  if (outcome.kind === 'accepted') return { kind: 'settle', state: 'sent', reason: null };
  if (outcome.kind === 'refused') return { kind: 'settle', state: 'failed', reason: 'refused' };
  // At most once for newsletters, at least once for what a person is waiting for.
  if (outcome.kind === 'lost' && delivery.purpose === 'newsletter') {
    return { kind: 'settle', state: 'uncertain', reason: 'connection lost after hand-over' };
  }
  if (now.getTime() - delivery.createdAt.getTime() >= giveUpAfterMs) {
    return { kind: 'settle', state: 'failed', reason: `gave up: ${outcome.kind}` };
  }
  return { kind: 'wait', seconds: backOffSeconds(outcome.kind, delivery.attempt), reason: outcome.kind };
}

/** A server that asks for patience gets it; one that is down is asked again soon, so that the queue drains. */
function backOffSeconds(kind: 'deferred' | 'unreachable' | 'lost', attempt: number): number {
  const doubled = (first: number, most: number) => Math.min(most, first * 2 ** Math.min(attempt - 1, 20));
  return kind === 'deferred' ? doubled(60, 3600) : doubled(2, 60);
}
