'use client';

import { NextStudio } from 'next-sanity/studio/client-component';
import { useState } from 'react';
import { type StudioPlace, studioConfig } from '#sanity/sanity.config.ts';

export function StudioApp({ place }: { place: StudioPlace }) {
  const [config] = useState(() => studioConfig(place));
  return <NextStudio config={config} />;
}
