import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'sanity';
import { type AskDesk, type DeskAnswer, deskOf, sentenceOf } from './ask-desk.ts';
import { type Overview, overviewSchema, sendingSchema } from './desk-schema.ts';

export type Desk = {
  ask: AskDesk;
  /** The last that was heard; kept while it is asked for anew, and when that fails. */
  overview: Overview | null;
  /** Why there is none, or no newer one. */
  trouble: string | null;
  isAsking: boolean;
  again: () => void;
};

const whileSendingMs = 3000;
const otherwiseMs = 60_000;

/** How the newsletter stands: asked when the page opens, every few seconds while something is being sent, and at will. */
export function useDesk(): Desk {
  const client = useClient({ apiVersion: '2025-02-19' });
  const { token } = client.config();
  const ask = useMemo(() => deskOf(token), [token]);
  const [overview, setOverview] = useState<Overview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(true);
  const [asked, setAsked] = useState(0);
  const again = useCallback(() => setAsked((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each press of the button asks anew
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    setIsAsking(true);
    ask('', overviewSchema, { signal }).then(
      (answer) => {
        if (signal.aborted) return;
        setIsAsking(false);
        setTrouble(troubleOf(answer));
        if (answer.kind === 'answer') setOverview(answer.answer);
        // Whoever may not see it (any more) is not left with what was there before.
        else if (answer.kind !== 'failed') setOverview(null);
      },
      () => undefined,
    );
    return () => leaving.abort();
  }, [ask, asked]);

  const isSending = overview?.sending.some(({ state }) => state === 'sending') ?? false;
  useEffect(() => {
    if (!overview) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      if (document.hidden) return schedule();
      if (!isSending) return again();
      const answer = await ask('?only=sending', sendingSchema, { signal });
      if (signal.aborted) return;
      setTrouble(troubleOf(answer));
      if (answer.kind !== 'answer') return schedule();
      const now = answer.answer;
      // Something has begun or ended: then the rest of the page is another, too.
      if (standing(now) !== standing(overview)) again();
      else setOverview({ ...overview, ...now });
    };
    let timer: ReturnType<typeof setTimeout>;
    const schedule = () => {
      timer = setTimeout(() => void look().catch(() => undefined), isSending ? whileSendingMs : otherwiseMs);
    };
    schedule();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [ask, again, overview, isSending]);

  return { ask, overview, trouble, isAsking, again };
}

function troubleOf(answer: DeskAnswer<unknown>): string | null {
  return answer.kind === 'answer' ? null : sentenceOf(answer);
}

function standing({ sending }: Pick<Overview, 'sending'>): string {
  return sending.map(({ id, state }) => `${id} ${state}`).join();
}
