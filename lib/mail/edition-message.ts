import { recipientToken } from '#lib/newsletter/edition-content.ts';
import type { Edition, EditionRendering } from '#lib/newsletter/edition-store.ts';
import { newsletterToken } from '#lib/newsletter/newsletter-token.ts';
import { absoluteUrl, oneClickPath } from '#lib/site-urls.ts';
import { type DkimKey, dkimLine, type Header, relaxedBody } from './dkim.ts';
import { headerPhrase, headerText } from './header-words.ts';
import type { Sender } from './mail-frame.ts';
import { quotedPrintable } from './quoted-printable.ts';

type About = { secret: string; siteUrl: string; mailFrom: string; dkim: DkimKey | null };
type SentEdition = Pick<Edition, 'id' | 'listId' | 'dueAt' | 'frozenAt'>;
/** `id` is the delivery's. */
type Recipient = { id: string; subscriberId: string; email: string };

/**
 * Whole messages of an edition. What all recipients share is written once for each rendering; a recipient costs
 * filling in the token, and the signature where a key is configured.
 */
export function editionMessage({ secret, siteUrl, mailFrom, dkim }: About) {
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
  return (
    edition: SentEdition,
    rendering: Pick<EditionRendering, 'subject' | 'html' | 'text'>,
    sender: Pick<Sender, 'fromName'>,
  ): ((recipient: Recipient) => Buffer) => {
    // No encoded line can hold this: there, an equals sign is followed by two digits or ends the line.
    const boundary = `=_${edition.id}`;
    const pieces = bodyPieces(rendering, boundary);
    const relaxedPieces = dkim ? pieces.map(relaxedBody) : [];
    const from = `${headerPhrase(sender.fromName)} <${mailFrom}>`;
    const subject = headerText(rendering.subject);
    const date = (edition.frozenAt ?? edition.dueAt).toUTCString().replace('GMT', '+0000');
    const listId = `${headerPhrase(sender.fromName)}\r\n <${edition.listId}.${domain}>`;

    return ({ id, subscriberId, email }) => {
      const token = newsletterToken(secret, { subscriberId, editionId: edition.id });
      const headers: Header[] = [
        ['From', from],
        ['To', `<${email}>`],
        ['Subject', subject],
        ['Date', date],
        ['Message-ID', `<${id}@${domain}>`],
        ['List-Id', listId],
        ['List-Unsubscribe', `<${absoluteUrl(siteUrl, oneClickPath(token))}>`],
        ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
        // Programs that answer by themselves keep still; people wrote this, so it is not said to be generated.
        ['Precedence', 'bulk'],
        ['MIME-Version', '1.0'],
        ['Content-Type', `multipart/alternative;\r\n boundary="${boundary}"`],
      ];
      const lines = headers.map(([name, value]) => `${name}: ${value}`);
      if (dkim) lines.unshift(dkimLine(headers, relaxedPieces.join(token), dkim));
      return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${pieces.join(token)}`);
    };
  };
}

/** The body, cut where the recipient's token belongs. */
function bodyPieces({ html, text }: Pick<EditionRendering, 'html' | 'text'>, boundary: string): string[] {
  const part = (type: string) =>
    `--${boundary}\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
  const body = [
    part('plain'),
    withGaps(text),
    '\r\n',
    part('html'),
    withGaps(html),
    `\r\n--${boundary}--\r\n`,
  ];
  return body.join('').split(recipientToken);
}

/** A token stands on a line of its own that is joined to its neighbours, so that no line grows too long by it. */
function withGaps(text: string): string {
  return text.split(recipientToken).map(quotedPrintable).join(`=\r\n${recipientToken}=\r\n`);
}
