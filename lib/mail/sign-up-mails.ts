import { textsFor } from '#lib/i18n/texts.ts';
import { confirmPath, signInLinkPath } from '#lib/site-urls.ts';
import type { ReaderMail } from './mail-frame.ts';
import { oneButtonMail } from './one-button-mail.ts';
import type { RenderedMail } from './render-mail.ts';

export function confirmationMail(mail: ReaderMail & { token: string }): RenderedMail {
  const { siteName } = mail.sender;
  const words = textsFor(mail.language).mail;
  return oneButtonMail(mail, confirmPath(mail.language, mail.token), {
    subject: words.confirmSubject(siteName),
    preview: words.confirmPreview,
    heading: words.confirmHeading,
    sentence: words.confirmSentence(siteName),
    button: words.confirmButton,
    byHand: words.confirmByHand,
    honest: words.confirmHonest,
  });
}

/** For an address that has long been confirmed: whoever typed it was told the same as everybody. Its link signs in. */
export function alreadySubscribedMail(mail: ReaderMail & { token: string }): RenderedMail {
  const { siteName } = mail.sender;
  const words = textsFor(mail.language).mail;
  return oneButtonMail(mail, signInLinkPath(mail.language, mail.token), {
    subject: words.alreadySubject(siteName),
    preview: words.alreadyPreview,
    heading: words.alreadyHeading,
    sentence: words.alreadySentence(siteName),
    button: words.alreadyButton,
    byHand: words.confirmByHand,
    honest: words.alreadyHonest,
  });
}
