import { Button } from '#components/forms/button.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { mostCharacters } from '#lib/search/search-query.ts';

type Props = { language: Language; typed?: string };

/** The one field and its button; inside a form that leads to the search page. */
export function SearchField({ language, typed = '' }: Props) {
  const { search } = textsFor(language);
  return (
    <div>
      <label htmlFor="search-words" className="furniture mb-1 block font-semibold">
        {search.field}
      </label>
      <div className="flex gap-2">
        <input
          id="search-words"
          type="search"
          name="q"
          defaultValue={typed}
          maxLength={mostCharacters}
          autoComplete="off"
          enterKeyHint="search"
          className="furniture min-h-11 w-full min-w-0 rounded-control border border-field bg-paper px-3 text-[1rem] text-ink"
        />
        <Button>{search.button}</Button>
      </div>
    </div>
  );
}
