import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { absoluteUrl, confirmPath, frontPath } from '#lib/site-urls.ts';
import { type RenderedMail, renderMail } from './render-mail.ts';

/** Who the mail is from, as editors set it. */
export type Sender = { siteName: string; fromName: string; postalLine: string | null };

type SignUpMail = { sender: Sender; siteUrl: string; language: Language };

export function confirmationMail(mail: SignUpMail & { token: string }): RenderedMail {
  const { sender, language, siteUrl } = mail;
  const words = textsFor(language).mail;
  const url = absoluteUrl(siteUrl, confirmPath(language, mail.token));
  return renderMail(
    {
      ...frame(mail),
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

/** For an address that has long been confirmed: whoever typed it was told the same as everybody. */
export function alreadySubscribedMail(mail: SignUpMail): RenderedMail {
  const { sender, language, siteUrl } = mail;
  const words = textsFor(language).mail;
  return renderMail(
    {
      ...frame(mail),
      subject: words.alreadySubject(sender.siteName),
      preview: words.alreadyPreview,
      heading: words.alreadyHeading,
      parts: [
        { kind: 'paragraph', text: words.alreadySentence(sender.siteName) },
        {
          kind: 'button',
          label: words.alreadyButton(sender.siteName),
          url: absoluteUrl(siteUrl, frontPath(language)),
        },
        { kind: 'note', text: words.alreadyHonest },
      ],
    },
    language,
  );
}

function frame({ sender, siteUrl, language }: SignUpMail) {
  const footer = [textsFor(language).mail.why(sender.siteName)];
  if (sender.postalLine) footer.push(sender.postalLine);
  return { siteName: sender.siteName, siteUrl: absoluteUrl(siteUrl, frontPath(language)), footer };
}
