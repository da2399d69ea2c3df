import { z } from 'zod';
import type { SendOutcome } from './delivery-policy.ts';

const smtpError = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  syscall: z.string().optional(),
});

/** Before one of these no message was under way. */
const beforeAnyMessage = new Set(['EDNS', 'ETLS', 'EAUTH', 'EOAUTH2', 'ENOAUTH', 'EREQUIRETLS', 'EPROXY']);

/** Sorts what nodemailer throws. In doubt the message may have been taken. */
export function smtpOutcome(error: unknown): SendOutcome {
  const parsed = smtpError.safeParse(error);
  if (!parsed.success) return { kind: 'lost' };
  const { code = '', command = '', responseCode, syscall } = parsed.data;
  // Our own account or greeting was turned away: that says nothing about the recipient.
  if (beforeAnyMessage.has(code)) return { kind: 'unreachable', code: responseCode ?? null };
  if (responseCode !== undefined) {
    const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
    if (responseCode >= 500 && aboutThisMail) return { kind: 'refused', code: responseCode };
    if (aboutThisMail || command === 'MAIL FROM') return { kind: 'deferred', code: responseCode };
    return { kind: 'unreachable', code: responseCode };
  }
  // An address that cannot be written into an envelope is refused by nodemailer itself.
  if (code === 'EENVELOPE') return { kind: 'refused', code: 553 };
  if (syscall === 'connect' || syscall === 'getaddrinfo') return { kind: 'unreachable', code: null };
  return { kind: 'lost' };
}
