import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** RFC 5321: a path of 256 octets with its brackets leaves 254 for the address. */
const longestAddress = 254;

/** RFC 5322 atoms joined by dots, with letters of any script; quoted local parts are not taken. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
// domainToASCII drops line breaks and whatever follows a slash: it may only see letters, digits, dots and hyphens.
const typedDomain = /^[\p{L}\p{M}\p{N}.-]+$/u;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z][a-z0-9-]{0,61}[a-z0-9])$/;

export type EmailAddress = {
  /** As mail is sent to: the local part as typed, the domain in ASCII. */
  address: string;
  /** Folded for comparison: two spellings of one mailbox are one subscriber. */
  key: string;
};

/** Exactly one address. Spaces around it are a slip of the hand; a line break or a second address is not. */
export const emailAddressSchema = z
  .string()
  .max(1000)
  .transform((typed, context): EmailAddress => {
    const address = parseAddress(typed.replace(/^[ \t]+|[ \t]+$/g, '').normalize('NFC'));
    if (address) return address;
    context.addIssue({ code: 'custom', message: 'is not one e-mail address' });
    return z.NEVER;
  });

function parseAddress(typed: string): EmailAddress | null {
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, at);
  const typedHost = typed.slice(at + 1);
  const host = typedDomain.test(typedHost) ? domainToASCII(typedHost.toLowerCase()) : '';
  if (at < 1 || Buffer.byteLength(local) > 64 || !localPart.test(local) || !domain.test(host)) return null;
  const address = `${local}@${host}`;
  return Buffer.byteLength(address) > longestAddress ? null : { address, key: address.toLowerCase() };
}
