import type { SendOutcome } from './delivery-policy.ts';

/** Of so many last answers … */
const remembered = 50;
/** … so many refusals are no longer single bad addresses: the relay or the list is wrong. */
const mostRefused = 20;
/** Each of these is a mail that a person has to decide about. */
const mostLost = 5;

export type EditionStrain = { note: (outcome: SendOutcome) => void; tooMuch: () => string | null };

/** Remembers the last answers to an edition's mails, and says when going on would do more harm than waiting. */
export function editionStrain(): EditionStrain {
  const last: SendOutcome['kind'][] = [];
  const count = (kind: SendOutcome['kind']) => last.filter((one) => one === kind).length;
  return {
    note: ({ kind }) => {
      if (kind === 'unreachable') return;
      last.push(kind);
      if (last.length > remembered) last.shift();
    },
    tooMuch: () => {
      const [refused, lost] = [count('refused'), count('lost')];
      if (lost >= mostLost) return `${lost} of the last ${last.length} mails were lost after hand-over`;
      return refused >= mostRefused ? `${refused} of the last ${last.length} mails were refused` : null;
    },
  };
}
