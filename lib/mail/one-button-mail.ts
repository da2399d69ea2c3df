import { absoluteUrl } from '#lib/site-urls.ts';
import { mailFrame, type ReaderMail } from './mail-frame.ts';
import { type MailPart, type RenderedMail, renderMail } from './render-mail.ts';

type Words = { subject: string; preview: string; heading: string; sentence: string; button: string };

/** The words around the button: the address of it to copy, and what it means to do nothing. */
type Around = { byHand: string; honest: string /** Between the two. */; more?: MailPart[] };

/** A mail that asks for one press. */
export function oneButtonMail(mail: ReaderMail, path: string, words: Words & Around): RenderedMail {
  const { subject, preview, heading } = words;
  const url = absoluteUrl(mail.siteUrl, path);
  const parts: MailPart[] = [
    { kind: 'paragraph', text: words.sentence },
    { kind: 'button', label: words.button, url },
    ...(words.more ?? []),
    { kind: 'address', label: words.byHand, url },
    { kind: 'note', text: words.honest },
  ];
  return renderMail({ ...mailFrame(mail), subject, preview, heading, parts }, mail.language);
}
