/**
 * `https://*.example.org`, `https://site-*.example.org`, `http://localhost:*`, and `*` for every site.
 * A star stands for one part of a host's name or for its port, so that what an author does not see in the
 * pattern is not let in by it.
 */
const pattern = /^(https?):\/\/((?:[a-z0-9*-]+\.)*[a-z0-9*-]+|\[[0-9a-f:]+\])(?::(\d{1,5}|\*))?\/?$/i;
const everySite = '*';

/** As it is kept, or null when it names no site. */
export function originPattern(text: string): string | null {
  if (text === everySite) return text;
  if (!text.includes('*')) {
    const url = URL.parse(text);
    return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : null;
  }
  const [, scheme, host, port] = pattern.exec(text) ?? [];
  if (scheme === undefined || host === undefined || !namesSite(host)) return null;
  return `${scheme}://${host}${port === undefined ? '' : `:${port}`}`.toLowerCase();
}

export function matchesOrigin(known: string, origin: string): boolean {
  if (!known.includes('*')) return known === origin;
  if (known === everySite) return true;
  const escaped = known.replace(/[.[\]/]/g, '\\$&');
  const source = escaped.replace(/:\*$/, '(:\\d+)?').replaceAll('*', '[a-z0-9-]+');
  return new RegExp(`^${source}$`).test(origin);
}

export function isEverySite(known: string): boolean {
  return known === everySite;
}

/** `https://*.org` and `https://*` would be half of the web. */
function namesSite(host: string): boolean {
  return host
    .split('.')
    .slice(-2)
    .every((part) => !part.includes('*'));
}
