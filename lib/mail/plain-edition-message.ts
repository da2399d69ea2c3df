import { recipientToken } from '#lib/newsletter/edition-content.ts';
import { newsletterToken } from '#lib/newsletter/newsletter-token.ts';
import { absoluteUrl, oneClickPath } from '#lib/site-urls.ts';
import type { MessageMaker } from './newsletter-office.ts';

const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');

/** The barest whole message of an edition: what its rendering says, who it is from and how to leave. */
export function plainMessages(about: { secret: string; siteUrl: string; mailFrom: string }): MessageMaker {
  const domain = about.mailFrom.split('@').at(-1);
  return (edition, rendering, sender) => (recipient) => {
    const token = newsletterToken(about.secret, {
      subscriberId: recipient.subscriberId,
      editionId: edition.id,
    });
    const part = (type: string, text: string) =>
      `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text.replaceAll(recipientToken, token))}\r\n`;
    return [
      `From: ${word(sender.fromName)} <${about.mailFrom}>`,
      `To: <${recipient.email}>`,
      `Subject: ${word(rendering.subject)}`,
      `Date: ${edition.dueAt.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${recipient.id}@${domain}>`,
      `List-Id: <${edition.listId}.${domain}>`,
      `List-Unsubscribe: <${absoluteUrl(about.siteUrl, oneClickPath(token))}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="part"',
      '',
      `--part\r\n${part('plain', rendering.text)}--part\r\n${part('html', rendering.html)}--part--\r\n`,
    ].join('\r\n');
  };
}
