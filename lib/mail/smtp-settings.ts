import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** How long the relay may be silent at each stage. A lease outlasts them all: see leaseMs and handOverMs. */
export const smtpPatience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 60_000,
} as const;

export type SmtpSettings = {
  connection: SMTPConnectionOptions;
  account: { user: string; pass: string } | null;
};

/** The relay's address with its account, as `smtp://user:password@host:587`, or `smtps:` for TLS from the start. */
export function smtpSettings(url: string): SmtpSettings {
  const { auth, ...connection } = parseConnectionUrl(url);
  const { user = '', pass = '' } = typeof auth === 'object' ? auth : {};
  return {
    connection: { ...connection, ...smtpPatience },
    account: user || pass ? { user, pass } : null,
  };
}
