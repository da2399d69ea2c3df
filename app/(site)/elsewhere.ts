import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { cachedRedirect } from '#lib/content/content-cache.ts';

/** For an address without a page: to where it moved, else not found. */
export async function elsewhere(path: string): Promise<never> {
  const destination = await cachedRedirect(path);
  if (!destination) notFound();
  if (destination.permanent) permanentRedirect(destination.to);
  redirect(destination.to);
}
