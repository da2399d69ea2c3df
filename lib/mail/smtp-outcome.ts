import { z } from 'zod';
import type { SendOutcome } from './delivery-policy.ts';

const smtpError = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  syscall: z.string().optional(),
});

/** Before one of these no message was under way. */
const beforeAnyMessage = new Set(['EDNS', 'ETLS', 'EAUTH', 'EOAUTH2', 'ENOAUTH', 'EREQUIRETLS', 'EPROXY']);

/**
 * Sorts what nodemailer throws. In doubt the message may have been taken; `isUnderWay` is false when it is known that
 * no byte of it had left.
 */
export function smtpOutcome(error: unknown, isUnderWay = true): SendOutcome {
  const inDoubt: SendOutcome = isUnderWay ? { kind: 'lost' } : { kind: 'unreachable', code: null };
  const parsed = smtpError.safeParse(error);
  if (!parsed.success) return inDoubt;
  const { code = '', command = '', responseCode, response = '', syscall } = parsed.data;
  // Our own account or greeting was turned away: that says nothing about the recipient.
  if (beforeAnyMessage.has(code)) return { kind: 'unreachable', code: responseCode ?? null };
  if (responseCode !== undefined) {
    // The server is closing, whatever it was asked.
    if (responseCode === 421) return { kind: 'unreachable', code: responseCode };
    const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
    if (responseCode >= 500 && aboutThisMail) {
      const isNoMailbox = command === 'RCPT TO' && saysNoMailbox(responseCode, response);
      return { kind: 'refused', code: responseCode, isNoMailbox };
    }
    if (aboutThisMail) return { kind: 'deferred', code: responseCode };
    // At MAIL FROM it was our own sender, or the server's own state.
    return { kind: 'unreachable', code: responseCode };
  }
  // An address that cannot be written into an envelope is refused by nodemailer itself.
  if (code === 'EENVELOPE') return { kind: 'refused', code: 553, isNoMailbox: false };
  // So is a message that is larger than the server says it takes.
  if (code === 'EMESSAGE') return { kind: 'refused', code: 552, isNoMailbox: false };
  if (syscall === 'connect' || syscall === 'getaddrinfo') return { kind: 'unreachable', code: null };
  return inDoubt;
}

/**
 * RFC 5321: 550, 551 and 553 are about the mailbox. An enhanced code (RFC 3463) says it better: 5.1.x is a bad address,
 * 5.2.1 a mailbox that is closed; 5.7.x is policy, which says nothing against the address.
 */
function saysNoMailbox(responseCode: number, response: string): boolean {
  const [, enhanced] = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  if (enhanced) return /^5\.1\.|^5\.2\.1$/.test(enhanced) && enhanced !== '5.1.7' && enhanced !== '5.1.8';
  return [550, 551, 553].includes(responseCode);
}
