'use client';

import { useEffect } from 'react';
import { returnToReadingPlace } from './reading-place.client.ts';

/** Beside the line of thanks, which needs no script: with one, the reader is also back where they were. */
export function ReturnToPlace() {
  useEffect(() => {
    if (window.location.hash === '#subscribed') returnToReadingPlace();
  }, []);
  return null;
}
