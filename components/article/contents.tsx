import type { Heading } from '#lib/content/table-of-contents.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { headings: Heading[]; language: Language };

/** The parts of a long text, each a link to it. */
export function Contents({ headings, language }: Props) {
  if (headings.length === 0) return null;
  return (
    <nav aria-labelledby="contents" className="furniture mb-8 border-rule border-y py-4 print:hidden">
      <h2 id="contents" className="font-semibold">
        {textsFor(language).article.contents}
      </h2>
      <ol className="mt-1">
        {headings.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} className="text-link inline-flex min-h-11 items-center md:min-h-8">
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
