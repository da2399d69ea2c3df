'use client';

import { useEffect } from 'react';

/** So long a second press of one button is the same press, and not a second try. */
const samePressMs = 3000;

/**
 * On pages whose button spends something. The second click of a double click sends its form again before the answer to
 * the first has brought the session, and the browser shows only the last answer: a link that was used.
 */
export function PressOnce() {
  useEffect(() => {
    const pressedAt = new WeakMap<EventTarget, number>();
    const passOne = (event: SubmitEvent) => {
      if (!event.target || event.defaultPrevented) return;
      const last = pressedAt.get(event.target);
      if (last !== undefined && event.timeStamp - last < samePressMs) event.preventDefault();
      else pressedAt.set(event.target, event.timeStamp);
    };
    document.addEventListener('submit', passOne);
    return () => document.removeEventListener('submit', passOne);
  }, []);
  return null;
}
