/**
 * Whether a POST comes from a page of this site or from a program. Browsers say where a form stands: a page elsewhere
 * cannot pass. A program sends neither header and carries nobody's cookies.
 */
export function postedFromSite(headers: Headers, siteUrl: string): boolean {
  const fetchSite = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (fetchSite === null && origin === null) return true;
  return fetchSite === 'same-origin' || origin === new URL(siteUrl).origin;
}
