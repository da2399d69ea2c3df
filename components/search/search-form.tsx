import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { searchPath } from '#lib/site-urls.ts';
import { SearchField } from './search-field.tsx';

/** For a page on which somebody may have come to look for something. */
export function SearchForm({ language }: { language: Language }) {
  return (
    <search aria-label={textsFor(language).search.title}>
      <form action={searchPath(language)} method="get">
        <SearchField language={language} />
      </form>
    </search>
  );
}
