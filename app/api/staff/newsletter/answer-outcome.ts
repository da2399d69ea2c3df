import 'server-only';
import type { EditionOutcome } from '#lib/staff/act-on-edition.ts';
import { staffAnswer, staffRefusal } from '../staff-door.ts';
import { unknownEdition } from './newsletter-desk.ts';

const states = {
  planned: 'planned',
  held: 'held',
  missed: 'missed',
  sending: 'being sent',
  paused: 'paused',
  sent: 'sent',
  empty: 'over, because there was nothing new',
  cancelled: 'cancelled',
} as const;

/** What came of it, with its true status and a sentence that Studio shows. */
export function answerOutcome(outcome: EditionOutcome): Response {
  switch (outcome.kind) {
    case 'done':
      return staffAnswer({ count: 'count' in outcome ? outcome.count : null });
    case 'test sent':
      return staffAnswer({ count: null });
    case 'not in that state':
      return staffRefusal(409, `That is not possible now: the edition is ${states[outcome.state]}.`);
    case 'nothing to send':
      return staffRefusal(409, 'There is nothing to send: no article of it can be seen by readers now.');
    case 'superseded':
      return staffRefusal(409, 'A later edition of this list is out, and it held these articles.');
    case 'no such list':
      return staffRefusal(409, 'Its list has been taken away.');
    case 'unknown':
      return unknownEdition();
    case 'wrong title':
      return staffRefusal(422, 'The title that was typed is not the title of this list.');
    case 'no address':
      return staffRefusal(409, 'Your account has no address that a test could be sent to.');
    case 'not taken':
      return staffRefusal(502, 'The mail server has not taken the test. Nothing else was sent.');
    case 'limited':
      return staffRefusal(429, 'You have sent many tests. The next one can be sent a little later.', {
        'retry-after': `${outcome.retryAfterSeconds}`,
      });
    default:
      return outcome satisfies never;
  }
}
