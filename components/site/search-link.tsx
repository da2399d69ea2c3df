import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { searchPath } from '#lib/site-urls.ts';

/** A glass where there is no room for its word. */
export function SearchLink({ language }: { language: Language }) {
  return (
    <a
      href={searchPath(language)}
      className="quiet-link inline-flex min-h-11 min-w-6 items-center justify-center gap-1.5"
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 fill-none stroke-current stroke-[1.75]">
        <circle cx="6.75" cy="6.75" r="4.75" />
        <path d="m10.5 10.5 4 4" />
      </svg>
      <span className="max-sm:sr-only">{textsFor(language).search.title}</span>
    </a>
  );
}
