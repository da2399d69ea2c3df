import type { Summary } from '#lib/content/article.ts';
import { plainText } from '#lib/content/plain-text.ts';
import { textsFor } from '#lib/i18n/texts.ts';

/** What kind of piece this is; nothing where its section has the same name, beside which it stands. */
export function kindWord({ kind, language, section }: Summary): string {
  const word = textsFor(language).article.kind[kind];
  return word === plainText(section.title) ? '' : word;
}
