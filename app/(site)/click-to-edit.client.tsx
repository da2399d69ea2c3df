'use client';

import { useRouter } from 'next/navigation';
import { VisualEditing } from 'next-sanity/visual-editing/client-component';
import { useCallback } from 'react';

const settledMs = 2_000;

/** In Presentation's frame: outlines that lead to their field, and the page anew when its document changes. */
export function ClickToEdit() {
  const router = useRouter();
  const refresh = useCallback(async () => router.refresh(), [router]);
  // Presentation reports changes from when it is set up, and says its perspective about then: whoever has typed
  // before must not wait for the next change to see it.
  const catchUp = useCallback(() => {
    router.refresh();
    setTimeout(router.refresh, settledMs);
  }, [router]);
  return <VisualEditing refresh={refresh} onPerspectiveChange={catchUp} />;
}
