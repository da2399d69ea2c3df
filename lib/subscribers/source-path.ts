import { z } from 'zod';

/** Any host will do: the path must come out of it unchanged. */
const somewhere = 'https://site.invalid';

/**
 * The page a sign-up came from, as a path of this site: where a confirmation leads back to, so it must never lead
 * anywhere else. Whatever is not plainly a path here is no source at all.
 */
export const sourcePathSchema = z
  .string()
  .max(500)
  .nullish()
  .transform((given) => (given ? parseSourcePath(given) : null))
  .catch(null);

export function parseSourcePath(given: string): string | null {
  // Printable ASCII only: a browser strips tabs and line breaks and reads a backslash as a slash.
  if (!/^\/[!-~]*$/.test(given) || given.includes('\\')) return null;
  if (!URL.canParse(given, somewhere)) return null;
  const url = new URL(given, somewhere);
  if (url.origin !== somewhere || url.pathname.startsWith('//')) return null;
  return /^\/(?:api|studio|_next)(?:\/|$)/.test(url.pathname) ? null : url.pathname;
}
