import { useEffect, useState } from 'react';
import { useClient } from 'sanity';
import { type Answer, type Counts, getCounts } from './get-counts.ts';
import { getNames, type Names } from './get-names.ts';

export type Subscribers =
  | { kind: 'counting' }
  | { kind: 'counted'; counts: Counts; names: Names }
  | Exclude<Answer, { kind: 'counts' }>;

/** Asks when the page opens and when `again` is called; an answer that comes too late for the page is dropped. */
export function useSubscribers(): { subscribers: Subscribers; again: () => void } {
  const client = useClient({ apiVersion: '2025-02-19' });
  const [subscribers, setSubscribers] = useState<Subscribers>({ kind: 'counting' });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press of the button asks anew
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const ask = async (): Promise<Subscribers> => {
      const answer = await getCounts(client.config().token, signal);
      if (answer.kind !== 'counts') return answer;
      const { counts } = answer;
      return { kind: 'counted', counts, names: await getNames(client, counts.sources, signal) };
    };
    ask()
      .catch((): Subscribers => ({ kind: 'failed' }))
      .then((answer) => {
        if (!signal.aborted) setSubscribers(answer);
      });
    return () => leaving.abort();
  }, [client, asked]);
  const again = () => {
    setSubscribers({ kind: 'counting' });
    setAsked((count) => count + 1);
  };
  return { subscribers, again };
}
