import { textsFor } from '#lib/i18n/texts.ts';
import { absoluteUrl, confirmPath, signInLinkPath } from '#lib/site-urls.ts';
import { mailFrame, type ReaderMail } from './mail-frame.ts';
import { type RenderedMail, renderMail } from './render-mail.ts';

export function confirmationMail(mail: ReaderMail & { token: string }): RenderedMail {
  const { sender, language, siteUrl } = mail;
  const words = textsFor(language).mail;
  const url = absoluteUrl(siteUrl, confirmPath(language, mail.token));
  return renderMail(
    {
      ...mailFrame(mail),
      subject: words.confirmSubject(sender.siteName),
      preview: words.confirmPreview,
      heading: words.confirmHeading,
      parts: [
        { kind: 'paragraph', text: words.confirmSentence(sender.siteName) },
        { kind: 'button', label: words.confirmButton, url },
        { kind: 'address', label: words.confirmByHand, url },
        { kind: 'note', text: words.confirmHonest },
      ],
    },
    language,
  );
}

/** For an address that has long been confirmed: whoever typed it was told the same as everybody. Its link signs in. */
export function alreadySubscribedMail(mail: ReaderMail & { token: string }): RenderedMail {
  const { sender, language, siteUrl } = mail;
  const words = textsFor(language).mail;
  const url = absoluteUrl(siteUrl, signInLinkPath(language, mail.token));
  return renderMail(
    {
      ...mailFrame(mail),
      subject: words.alreadySubject(sender.siteName),
      preview: words.alreadyPreview,
      heading: words.alreadyHeading,
      parts: [
        { kind: 'paragraph', text: words.alreadySentence(sender.siteName) },
        { kind: 'button', label: words.alreadyButton, url },
        { kind: 'address', label: words.confirmByHand, url },
        { kind: 'note', text: words.alreadyHonest },
      ],
    },
    language,
  );
}
