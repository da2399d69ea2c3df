import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = {
  page: number;
  pages: number;
  /** What the pages are of. */
  label: string;
  language: Language;
  pathOf: (page: number) => string;
  /** What the ways on from a page are called, where a list is not by time. */
  words?: { newer: string; older: string };
};

const box = 'flex min-h-11 min-w-11 items-center justify-center px-3 tabular-nums';

/** Pages by their numbers: the first, the last, and those around the one that is open. */
export function Paging({ page, pages, label, language, pathOf, words }: Props) {
  if (pages < 2) return null;
  const { section } = textsFor(language);
  const { newer, older } = words ?? section;
  return (
    <nav aria-label={label} className="furniture mt-8 border-rule border-t pt-4 print:hidden">
      <ul className="flex flex-wrap items-center gap-1">
        {page > 1 && (
          <li>
            <a href={pathOf(page - 1)} rel="prev" className={`text-link ${box} pl-0`}>
              {newer}
            </a>
          </li>
        )}
        {shownPages(page, pages).map((number) => (
          <li key={number}>
            <a
              href={pathOf(number)}
              aria-label={section.page(number)}
              aria-current={number === page ? 'page' : undefined}
              className={`quiet-link ${box} aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:underline`}
            >
              {number}
            </a>
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={pathOf(page + 1)} rel="next" className={`text-link ${box}`}>
              {older}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

export function shownPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
}
