'use client';

import { useEffect } from 'react';
import { noteReadingPlace, returnToReadingPlace } from './reading-place.client.ts';

const ways = ['#subscribed', '#signed-in'];

/**
 * Beside the lines that say how somebody came back, which need no script: with one, the reader is also back where they
 * were. Whoever leaves for the sign-in comes back, so the place is noted then.
 */
export function ReturnToPlace() {
  useEffect(() => {
    if (ways.includes(window.location.hash)) returnToReadingPlace();
    const noteBeforeSignIn = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link && /^(?:\/es)?\/sign-in$/.test(link.pathname)) noteReadingPlace();
    };
    document.addEventListener('click', noteBeforeSignIn);
    return () => document.removeEventListener('click', noteBeforeSignIn);
  }, []);
  return null;
}
