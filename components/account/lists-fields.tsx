import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import { type Language, languages } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { Choice } from './choice.tsx';

type Props = { lists: NewsletterList[]; chosen: string[]; language: Language };

const cadences: NewsletterList['cadence'][] = ['instant', 'daily', 'weekly'];

/** From the most to the least frequent. */
function inOrder(lists: NewsletterList[]): NewsletterList[] {
  return lists.toSorted((a, b) => cadences.indexOf(a.cadence) - cadences.indexOf(b.cadence));
}

/** The newsletters to tick, inside a form: those in the page's language first. `choose`: none ticked means none. */
export function ListsFields({ lists, chosen, language }: Props) {
  const words = textsFor(language).account.lists;
  const order = [language, ...languages.filter((other) => other !== language)];
  const groups = order
    .map((one) => ({ language: one, lists: inOrder(lists.filter((list) => list.language === one)) }))
    .filter((group) => group.lists.length > 0);
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      <input type="hidden" name="choose" value="1" />
      {groups.map((group) => (
        <fieldset key={group.language}>
          <legend className="furniture font-semibold">{words.inLanguage[group.language]}</legend>
          {group.lists.map((list) => (
            <Choice
              key={list.id}
              type="checkbox"
              name="lists"
              value={list.id}
              checked={chosen.includes(list.id)}
            >
              {list.titles[language]}
              <span className="meta block">{words.cadence[list.cadence]}</span>
            </Choice>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
