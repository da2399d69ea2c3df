'use client';

import dynamic from 'next/dynamic';

/** Studio in the browser only: rendering it on the server would load all of it there to draw an empty page. */
export const Studio = dynamic(async () => (await import('./studio-app.client.tsx')).StudioApp, {
  ssr: false,
});
