import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { absoluteUrl, frontPath } from '#lib/site-urls.ts';

/** Who the mail is from, as editors set it. */
export type Sender = { siteName: string; fromName: string; postalLine: string | null };

export type ReaderMail = { sender: Sender; siteUrl: string; language: Language };

/** What surrounds the words of every mail to one reader. */
export function mailFrame({ sender, siteUrl, language }: ReaderMail) {
  const footer = [textsFor(language).mail.why(sender.siteName)];
  if (sender.postalLine) footer.push(sender.postalLine);
  return { siteName: sender.siteName, siteUrl: absoluteUrl(siteUrl, frontPath(language)), footer };
}
