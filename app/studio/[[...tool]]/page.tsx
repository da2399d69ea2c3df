import { config } from '#lib/config.ts';
import { Studio } from '../studio.client.tsx';

export const dynamic = 'force-dynamic';

export default function StudioPage() {
  const { SANITY_PROJECT_ID, SANITY_DATASET, SANITY_API_HOST, SANITY_PUBLIC_API_HOST } = config();
  const apiHost = SANITY_PUBLIC_API_HOST ?? SANITY_API_HOST ?? null;
  return <Studio place={{ projectId: SANITY_PROJECT_ID, dataset: SANITY_DATASET, apiHost }} />;
}
