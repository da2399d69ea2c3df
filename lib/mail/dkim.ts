import { createHash, createSign } from 'node:crypto';
import type { Config } from '#lib/config.ts';

export type DkimKey = { domain: string; selector: string; privateKey: string };
export type Header = readonly [name: string, value: string];

export type DkimSettings = Pick<Config, 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_PRIVATE_KEY'>;

/** Null: mails go out unsigned, or the relay signs them. */
export function dkimKey(settings: DkimSettings): DkimKey | null {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: privateKey } = settings;
  return domain && selector && privateKey ? { domain, selector, privateKey } : null;
}

/** RFC 8058 wants both headers of unsubscribing under the signature; the rest says who wrote what to whom. */
export const signedHeaders = [
  ...['From', 'To', 'Subject', 'Date', 'Message-ID', 'Reply-To', 'MIME-Version', 'Content-Type'],
  ...['Content-Transfer-Encoding', 'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
];
const signed = new Set(signedHeaders);

/** RFC 6376, 3.4.4, for quoted-printable: no line of it ends in a blank, and the last one is not empty. */
export function relaxedBody(body: string): string {
  return body.replace(/[ \t]+/g, ' ');
}

/** The header to be put before the others. `body` is already relaxed. */
export function dkimSignature(headers: readonly Header[], body: string, key: DkimKey): Header {
  const covered = headers.filter(([name]) => signed.has(name));
  const unsigned = [
    `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${key.domain}; s=${key.selector}`,
    `h=${covered.map(([name]) => name.toLowerCase()).join(':')}`,
    `bh=${createHash('sha256').update(body).digest('base64')}`,
    'b=',
  ].join(';\r\n ');
  const data = [...covered, ['DKIM-Signature', unsigned] as const].map(relaxedHeader).join('\r\n');
  const signature = createSign('RSA-SHA256').update(data).sign(key.privateKey, 'base64');
  return ['DKIM-Signature', unsigned + signature.replace(/.{70}(?=.)/g, '$&\r\n ')];
}

function relaxedHeader([name, value]: Header): string {
  const line = value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${name.toLowerCase()}:${line}`;
}
