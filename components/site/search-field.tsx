import { Button } from '#components/forms/button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { searchPath } from '#lib/site-urls.ts';

type Props = { language: Language; query?: string };

/** Asks the search page; an address like any other, so it needs no script. */
export function SearchField({ language, query = '' }: Props) {
  const { finding } = textsFor(language);
  return (
    <search>
      <form action={searchPath(language)} method="get" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <TextField
            {...{ id: 'search-field', name: 'q', type: 'search', maxLength: 200, problem: null }}
            label={finding.field}
            defaultValue={query}
          />
        </div>
        <Button>{finding.button}</Button>
      </form>
    </search>
  );
}
