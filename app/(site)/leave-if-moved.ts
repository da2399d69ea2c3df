import { permanentRedirect, redirect } from 'next/navigation';
import { cachedRedirect } from '#lib/content/content-cache.ts';

/** An address that moved leads to its new one; for any other, nothing happens. */
export async function leaveIfMoved(path: string): Promise<void> {
  const destination = await cachedRedirect(path);
  if (destination?.permanent) permanentRedirect(destination.to);
  if (destination) redirect(destination.to);
}
