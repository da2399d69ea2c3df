import type { Term } from '#lib/content/taxonomy.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import type { SearchQuery } from '#lib/search/search-query.ts';

type Props = { query: SearchQuery; sections: Term[]; topics: Term[]; language: Language };

const field =
  'furniture min-h-11 w-full rounded-control border border-field bg-paper px-3 text-[1rem] text-ink';

/** Everything beside the words. Folded away until somebody wants it, open when something of it is set. */
export function SearchFilters({ query, sections, topics, language }: Props) {
  const { search } = textsFor(language);
  const isSet =
    [query.section, query.topic, query.from, query.to].some((one) => one !== null) ||
    query.language !== language ||
    query.sort !== 'relevance';
  return (
    <details open={isSet} className="border-rule border-b">
      <summary className="furniture flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-4">
        {search.narrow}
      </summary>
      <div className="grid gap-4 pt-2 pb-6 sm:grid-cols-2">
        <Choice
          name="section"
          label={search.section}
          chosen={query.section}
          options={[{ id: '', title: search.anySection }, ...sections]}
        />
        <Choice
          name="topic"
          label={search.topic}
          chosen={query.topic}
          options={[{ id: '', title: search.anyTopic }, ...topics]}
        />
        <Day name="from" label={search.from} day={query.from} />
        <Day name="to" label={search.to} day={query.to} />
        <Choice
          name="language"
          label={search.language}
          chosen={query.language}
          options={Object.entries(search.languages).map(([id, title]) => ({ id, title }))}
        />
        <Choice
          name="sort"
          label={search.sort}
          chosen={query.sort}
          options={Object.entries(search.sorts).map(([id, title]) => ({ id, title }))}
        />
      </div>
    </details>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  chosen: string | null;
  options: { id: string; title: string }[];
};

function Choice({ name, label, chosen, options }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={`search-${name}`} className="furniture mb-1 block">
        {label}
      </label>
      <select id={`search-${name}`} name={name} defaultValue={chosen ?? ''} className={field}>
        {options.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function Day({ name, label, day }: { name: string; label: string; day: string | null }) {
  return (
    <div>
      <label htmlFor={`search-${name}`} className="furniture mb-1 block">
        {label}
      </label>
      <input
        id={`search-${name}`}
        type="date"
        name={name}
        defaultValue={day ?? ''}
        min="1900-01-01"
        max="2999-12-31"
        className={field}
      />
    </div>
  );
}
