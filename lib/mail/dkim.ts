import { createHash } from 'node:crypto';
import sign from 'nodemailer/lib/dkim/sign';
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
const signedHeaders = [
  ...['From', 'To', 'Subject', 'Date', 'Message-ID', 'Reply-To', 'MIME-Version', 'Content-Type'],
  ...['Content-Transfer-Encoding', 'List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'],
];

/** As nodemailer wants a key, for its transports and for its signer alike. */
export function dkimOptions({ domain, selector, privateKey }: DkimKey) {
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: signedHeaders.join(':') };
}

/** RFC 6376, 3.4.4, for quoted-printable: no line of it ends in a blank, and the last one is not empty. */
export function relaxedBody(body: string): string {
  return body.replace(/[ \t]+/g, ' ');
}

/** The line to be put before the headers. `body` is already relaxed. */
export function dkimLine(headers: readonly Header[], body: string, key: DkimKey): string {
  const lines = headers.map(([name, value]) => ({ key: name.toLowerCase(), line: `${name}: ${value}` }));
  const line = sign(lines, 'sha256', createHash('sha256').update(body).digest('base64'), dkimOptions(key));
  // What the signer says of a key that it cannot use, whatever its types promise.
  if (!line) throw new Error('The DKIM key cannot sign');
  return line;
}
