import { encode, wrap } from 'nodemailer/lib/qp';

/** RFC 2045 allows 76: this leaves room for the sign that a line goes on, which a caller may put at its very end. */
const longestLine = 75;

/** Text as short lines of ASCII, ended by CRLF, that every relay leaves as they are. */
export function quotedPrintable(text: string): string {
  return wrap(encode(text.replace(/\r\n|\r|\n/g, '\r\n')), longestLine);
}
