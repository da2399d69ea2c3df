/** RFC 2047 lets a line with an encoded word have 76 characters, the header's name included. */
const bytesPerWord = 39;

/** A header's text: as it is while that is plain, else as encoded words. Nothing in it can begin another header. */
export function headerText(text: string): string {
  const line = oneLine(text);
  return isPlain(line) && line.length <= 60 ? line : encodedWords(line);
}

/** A name before an address or an id. */
export function headerPhrase(text: string): string {
  const line = oneLine(text);
  return isPlain(line) && line.length <= 60 ? `"${line.replace(/["\\]/g, '\\$&')}"` : encodedWords(line);
}

/** Line breaks and other control characters become blanks. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function isPlain(line: string): boolean {
  return /^[\x20-\x7e]*$/.test(line) && !line.includes('=?');
}

/** No character is divided between two words. */
function encodedWords(line: string): string {
  const words: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > bytesPerWord) {
      words.push(current);
      current = '';
    }
    current += character;
  }
  return [...words, current]
    .map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`)
    .join('\r\n ');
}
