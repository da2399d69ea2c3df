import { textsFor } from '#lib/i18n/texts.ts';
import { absoluteUrl, confirmPath, signInLinkPath } from '#lib/site-urls.ts';
import { mailFrame, type ReaderMail } from './mail-frame.ts';
import { type RenderedMail, renderMail } from './render-mail.ts';

/** The code stands in the subject too: who typed the address reads it there without opening the mail. */
export function signInMail(mail: ReaderMail & { token: string; code: string }): RenderedMail {
  const { sender, language, siteUrl, code } = mail;
  const words = textsFor(language).signInMail;
  const url = absoluteUrl(siteUrl, signInLinkPath(language, mail.token));
  return renderMail(
    {
      ...mailFrame(mail),
      subject: words.subject(sender.siteName, code),
      preview: words.preview,
      heading: words.heading,
      parts: [
        { kind: 'paragraph', text: words.sentence(sender.siteName) },
        { kind: 'button', label: words.button, url },
        { kind: 'code', label: words.codeLabel, code },
        { kind: 'address', label: words.byHand, url },
        { kind: 'note', text: words.honest },
      ],
    },
    language,
  );
}

/** For an address that nobody has confirmed: there is nothing to sign in to yet, but one press makes it so. */
export function noSubscriptionMail(mail: ReaderMail & { token: string }): RenderedMail {
  const { sender, language, siteUrl } = mail;
  const words = textsFor(language).signInMail;
  const url = absoluteUrl(siteUrl, confirmPath(language, mail.token));
  return renderMail(
    {
      ...mailFrame(mail),
      subject: words.nobodySubject(sender.siteName),
      preview: words.nobodyPreview,
      heading: words.nobodyHeading,
      parts: [
        { kind: 'paragraph', text: words.nobodySentence(sender.siteName) },
        { kind: 'button', label: words.nobodyButton, url },
        { kind: 'address', label: words.byHand, url },
        { kind: 'note', text: words.nobodyHonest },
      ],
    },
    language,
  );
}
