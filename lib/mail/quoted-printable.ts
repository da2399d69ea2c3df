const longestLine = 76;

/** How each byte is written; a blank at the end of a line is another matter. */
const written = Array.from({ length: 256 }, (_, byte) =>
  (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32 || byte === 9
    ? String.fromCharCode(byte)
    : hex(byte),
);

/** RFC 2045: text as lines of at most 76 characters of ASCII, ended by CRLF, that every relay leaves as they are. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(encodedLine)
    .join('\r\n');
}

function encodedLine(line: string): string {
  const bytes = Buffer.from(line);
  let done = '';
  let current = '';
  for (const [index, byte] of bytes.entries()) {
    const isLast = index === bytes.length - 1;
    const piece = isLast && (byte === 32 || byte === 9) ? hex(byte) : (written[byte] ?? '');
    // Always leaves room for the sign that the line goes on, which a caller may put at its very end, too.
    if (current.length + piece.length >= longestLine) {
      done += `${current}=\r\n`;
      current = '';
    }
    current += piece;
  }
  return done + current;
}

function hex(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
