import { Bell } from './bell.ts';
import type { EditionPress } from './freeze-edition.ts';
import { planEditions } from './plan-editions.ts';

/** What changes in the lake is rung for; this finds what a lost webhook, or the end of an embargo, has not. */
const askLakeEveryMs = 60_000;

export type Planner = {
  look: () => Promise<void>;
  ring: () => void;
  rest: (mostMs: number) => Promise<void>;
};

/**
 * The part of a worker that plans. It may look often, for that costs a few statements: the lake is asked what is new
 * only when somebody rang or a minute is over, because hosted lakes count questions.
 */
export function openPlanner(press: EditionPress, clock: () => Date, stop: AbortSignal): Planner {
  const bell = new Bell(stop);
  // Not the clock: it may be set.
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    ring: () => bell.ring(),
    rest: (mostMs) => bell.rest(mostMs),
    look: async () => {
      const asksLake = bell.answer() || performance.now() - askedAt >= askLakeEveryMs;
      if (!asksLake) return planEditions(press, clock(), 'due');
      askedAt = Number.NEGATIVE_INFINITY;
      await planEditions(press, clock(), 'all');
      askedAt = performance.now();
    },
  };
}
