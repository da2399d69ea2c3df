import { languages } from '#lib/i18n/language.ts';

const dayMs = 86_400_000;
/** RFC 9116 wants less than a year; whoever keeps a copy must come again. */
const validDays = 180;

/** Whom to tell of a hole in the site. Null: there is nobody to name, and a file without a contact is no such file. */
export function securityTxt(contactEmail: string | null, siteUrl: string, now: Date): string | null {
  if (!contactEmail) return null;
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  const lines = [
    `Contact: mailto:${encodeURIComponent(contactEmail).replace('%40', '@')}`,
    `Expires: ${new Date(today + validDays * dayMs).toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${new URL('/.well-known/security.txt', siteUrl).href}`,
  ];
  return `${lines.join('\n')}\n`;
}
