import { textsFor } from '#lib/i18n/texts.ts';
import { confirmPath, signInLinkPath } from '#lib/site-urls.ts';
import type { ReaderMail } from './mail-frame.ts';
import { oneButtonMail } from './one-button-mail.ts';
import type { RenderedMail } from './render-mail.ts';

/** The code stands in the subject too: who typed the address reads it there without opening the mail. */
export function signInMail(mail: ReaderMail & { token: string; code: string }): RenderedMail {
  const { language, code, sender } = mail;
  const words = textsFor(language).signInMail;
  return oneButtonMail(mail, signInLinkPath(language, mail.token), {
    subject: words.subject(sender.siteName, code),
    preview: words.preview,
    heading: words.heading,
    sentence: words.sentence(sender.siteName),
    button: words.button,
    more: [{ kind: 'code', label: words.codeLabel, code }],
    byHand: words.byHand,
    honest: words.honest,
  });
}

/** For an address that nobody has confirmed: there is nothing to sign in to yet, but one press makes it so. */
export function noSubscriptionMail(mail: ReaderMail & { token: string }): RenderedMail {
  const { siteName } = mail.sender;
  const words = textsFor(mail.language).signInMail;
  return oneButtonMail(mail, confirmPath(mail.language, mail.token), {
    subject: words.nobodySubject(siteName),
    preview: words.nobodyPreview,
    heading: words.nobodyHeading,
    sentence: words.nobodySentence(siteName),
    button: words.nobodyButton,
    byHand: words.byHand,
    honest: words.nobodyHonest,
  });
}
