const days = 86_400;
const longest = 400 * days;

/**
 * A cookie's name: `__Host-` ties it to this host and to TLS; over plain HTTP browsers would refuse the prefix. It
 * demands Path=/ (RFC 6265bis, 4.1.3.2).
 */
export function cookieName(siteUrl: string, name: string): string {
  return overTls(siteUrl) ? `__Host-${name}` : name;
}

export function sessionCookieName(siteUrl: string): string {
  return cookieName(siteUrl, 'session');
}

export function overTls(siteUrl: string): boolean {
  return new URL(siteUrl).protocol === 'https:';
}

/** A Set-Cookie of this site: every cookie of ours stays on it, and on TLS where there is TLS. */
export function cookie(siteUrl: string, pair: string, attributes: string[]): string {
  return [pair, ...attributes, 'SameSite=Lax', ...(overTls(siteUrl) ? ['Secure'] : [])].join('; ');
}

/** A session ends in the database, 90 days after its last use; the cookie outlives it. */
export function sessionCookie(siteUrl: string, token: string): string {
  const pair = `${sessionCookieName(siteUrl)}=${token}`;
  return cookie(siteUrl, pair, ['Path=/', `Max-Age=${longest}`, 'HttpOnly']);
}

/** Readable by scripts: all it does is keep the prompt away from somebody who has confirmed or signed in. */
export function hintCookie(siteUrl: string): string {
  return cookie(siteUrl, `${cookieName(siteUrl, 'hint')}=known`, ['Path=/', `Max-Age=${longest}`]);
}

/** The same for as long as a sign-up waits for its confirmation. */
export function pendingHintCookie(siteUrl: string): string {
  return cookie(siteUrl, `${cookieName(siteUrl, 'hint')}=known`, ['Path=/', `Max-Age=${days}`]);
}

/** Set at every sign-up, whatever is known of the address; the value is sealed (pending-sign-up.ts). */
export function pendingCookie(siteUrl: string, sealed: string): string {
  const pair = `${cookieName(siteUrl, 'pending')}=${sealed}`;
  return cookie(siteUrl, pair, ['Path=/', `Max-Age=${days}`, 'HttpOnly']);
}

export function endPendingCookie(siteUrl: string): string {
  return cookie(siteUrl, `${cookieName(siteUrl, 'pending')}=`, ['Path=/', 'Max-Age=0', 'HttpOnly']);
}

/** The handle of this browser's request to be signed in. The database ends it, 15 minutes after its last mail. */
export function signInCookie(siteUrl: string, handle: string): string {
  const pair = `${cookieName(siteUrl, 'sign-in')}=${handle}`;
  return cookie(siteUrl, pair, ['Path=/', 'Max-Age=4500', 'HttpOnly']);
}

export function endCookie(siteUrl: string, name: string): string {
  return cookie(siteUrl, `${cookieName(siteUrl, name)}=`, ['Path=/', 'Max-Age=0', 'HttpOnly']);
}

/** All that this site has put into a browser about its reader. The meter stays: it says nothing about a person. */
export function forgetReaderCookies(siteUrl: string): string[] {
  return [
    ...['session', 'sign-in', 'gift'].map((name) => endCookie(siteUrl, name)),
    endPendingCookie(siteUrl),
    cookie(siteUrl, `${cookieName(siteUrl, 'hint')}=`, ['Path=/', 'Max-Age=0']),
  ];
}

/** Carries what was typed over the redirect back to the form, and not through the address, logs or history. */
export function typedCookie(siteUrl: string, typed: string): string {
  const pair = `${cookieName(siteUrl, 'typed')}=${encodeURIComponent(typed.toWellFormed())}`;
  return cookie(siteUrl, pair, ['Path=/', 'Max-Age=60', 'HttpOnly']);
}

/** A cookie's value in a request, null when it is missing. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(/; */)) {
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  }
  return null;
}

/** A request's cookies, asked as pages ask theirs. */
export function cookiesIn(headers: Headers) {
  return {
    get(name: string): { value: string } | undefined {
      const value = cookieOf(headers, name);
      return value === null ? undefined : { value };
    },
  };
}

/** The month's free articles that this browser has opened, sealed; it ends with its month. */
export function meterCookie(siteUrl: string, sealed: string, seconds: number): string {
  return ofReader(siteUrl, 'meter', sealed, seconds);
}

/**
 * The links of gifts that were opened here; each opens its article as long as the database says so. One cookie holds all
 * of them, so its end is not that of the gift that was opened last.
 */
export function giftCookie(siteUrl: string, held: string): string {
  return ofReader(siteUrl, 'gift', held, 365 * days);
}

function ofReader(siteUrl: string, name: string, value: string, seconds: number): string {
  const pair = `${cookieName(siteUrl, name)}=${value}`;
  return cookie(siteUrl, pair, ['Path=/', `Max-Age=${seconds}`, 'HttpOnly']);
}
