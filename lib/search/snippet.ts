/** A piece of text, and whether it is what was asked for. */
export type Piece = { text: string; isHit: boolean };

/** Around what was found; characters of nobody's text, because what was typed and written has none of them. */
export const marks = { start: '\u0001', end: '\u0002' } as const;
const eitherMark = new RegExp(`([${marks.start}${marks.end}])`);

/**
 * From the text with its marks, which has no accents, to the words as they are written: `written` begins where `marked`
 * begins and is as long without marks.
 */
export function piecesOf(marked: string, written: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  let isHit = false;
  for (const part of marked.split(eitherMark)) {
    if (part === marks.start || part === marks.end) {
      isHit = part === marks.start;
      continue;
    }
    // PostgreSQL counts characters where JavaScript counts halves of some: both texts have the same ones.
    if (part !== '') pieces.push({ text: written.slice(at, at + part.length), isHit });
    at += part.length;
  }
  return pieces;
}
