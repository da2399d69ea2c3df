import { cookie, overTls } from '#lib/subscribers/reader-cookies.ts';

const seconds = 12 * 60 * 60;

/** The same two names stand in next.config.ts, which leads whoever carries one to the draft variant. */
export function draftCookieName(siteUrl: string): string {
  return overTls(siteUrl) ? '__Host-draft' : 'draft';
}

export function draftCookie(siteUrl: string, pass: string): string {
  const pair = `${draftCookieName(siteUrl)}=${pass}`;
  return cookie(siteUrl, pair, ['Path=/', `Max-Age=${seconds}`, 'HttpOnly']);
}

export function endDraftCookie(siteUrl: string): string {
  return cookie(siteUrl, `${draftCookieName(siteUrl)}=`, ['Path=/', 'Max-Age=0', 'HttpOnly']);
}
