/** Markup that is known to be safe to put into a page as it is. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Piece = string | Html | Html[];

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}

function escaped(piece: Piece): string {
  if (piece instanceof Html) return piece.markup;
  if (Array.isArray(piece)) return piece.map((part) => part.markup).join('');
  return escapeHtml(piece);
}

/** Markup with values in it: every string is escaped, only what this made itself passes as markup. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  const inserted = parts.map((part, index) => {
    const piece = pieces[index];
    return part + (piece === undefined ? '' : escaped(piece));
  });
  return new Html(inserted.join(''));
}
