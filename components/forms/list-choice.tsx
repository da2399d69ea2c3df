import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { isTicked } from '#lib/subscribers/list-choice.ts';

type Props = {
  lists: NewsletterList[];
  language: Language;
  legend: string;
  /** Null: what everybody gets who does not choose. */
  chosen: string[] | null;
};

/** The newsletters to choose from, inside a form. `choose` says that they were offered: none ticked means none. */
export function ListChoice({ lists, language, legend, chosen }: Props) {
  const { cadence } = textsFor(language).signUp;
  if (lists.length === 0) return null;
  return (
    <fieldset className="furniture mb-6">
      <legend className="mb-1 font-semibold text-ink">{legend}</legend>
      <input type="hidden" name="choose" value="1" />
      <ul className="divide-y divide-rule border-rule border-y">
        {lists.map((list) => (
          <li key={list.id}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 py-2">
              <input
                type="checkbox"
                name="lists"
                value={list.id}
                defaultChecked={isTicked(list, chosen)}
                className="size-5 shrink-0 accent-accent"
              />
              <span className="flex flex-1 flex-wrap justify-between gap-x-4">
                <span className="text-ink">{list.titles[language]}</span>
                <span className="text-ink-2">{cadence[list.cadence]}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
