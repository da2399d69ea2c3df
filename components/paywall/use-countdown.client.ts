import { useEffect, useState } from 'react';

/** Seconds that are left, and the way to begin anew. By the clock: a tab in the background ticks seldom. */
export function useCountdown(seconds: number): [number, (seconds: number) => void] {
  const [span, setSpan] = useState({ seconds });
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const endsAt = Date.now() + span.seconds * 1000;
    const timer = setInterval(tick, 250);
    function tick() {
      const rest = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }
    tick();
    return () => clearInterval(timer);
  }, [span]);
  return [left, (again) => setSpan({ seconds: again })];
}
