import { createTransport } from 'nodemailer';
import type { SendOutcome } from './delivery-policy.ts';
import { type DkimKey, dkimOptions } from './dkim.ts';
import { smtpOutcome } from './smtp-outcome.ts';
import { smtpPatience } from './smtp-settings.ts';

type Envelope = {
  messageId: string;
  from: { name: string; address: string };
  to: string;
  date: Date;
  subject: string;
  html: string;
  text: string;
};

export type Transport = { send: (mail: Envelope) => Promise<SendOutcome>; close: () => void };

/** Connections to the relay for mails that people wait for; newsletters have their own and never stand before these. */
export const smtpConnections = 5;

/** A pool to the relay. Connections are made when there is mail, so a relay that is down hinders nothing else. */
export function openSmtp(url: string, dkim: DkimKey | null = null): Transport {
  const pool = createTransport({
    pool: true,
    maxConnections: smtpConnections,
    url,
    ...smtpPatience,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: dkimOptions(dkim) }),
  });
  return {
    send: async (mail) => {
      try {
        const sent = await pool.sendMail({
          ...mail,
          // As an object the address is never parsed again, so nothing in it can become a second recipient.
          to: { name: '', address: mail.to },
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'accepted', code: Number.parseInt(sent.response, 10) || 250 };
      } catch (error) {
        return smtpOutcome(error);
      }
    },
    close: () => pool.close(),
  };
}
