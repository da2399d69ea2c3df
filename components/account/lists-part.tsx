import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import type { NewsletterList } from '#lib/content/newsletter-list.ts';
import { type Language, languages } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AccountPart } from './account-part.tsx';
import { Choice } from './choice.tsx';
import { SaveRow } from './save-row.tsx';

type Props = {
  lists: NewsletterList[];
  chosen: string[];
  /** Whether anything is sent at all. */
  state: 'confirmed' | 'unsubscribed' | 'suppressed' | 'pending';
  language: Language;
  saved: boolean;
};

const cadences: NewsletterList['cadence'][] = ['instant', 'daily', 'weekly'];

/** From the most to the least frequent. */
function inOrder(lists: NewsletterList[]): NewsletterList[] {
  return lists.toSorted((a, b) => cadences.indexOf(a.cadence) - cadences.indexOf(b.cadence));
}

/** The newsletters to choose from, those in the page's language first. */
export function ListsPart({ lists, chosen, state, language, saved }: Props) {
  const { account } = textsFor(language);
  const words = account.lists;
  const order = [language, ...languages.filter((other) => other !== language)];
  const groups = order
    .map((one) => ({ language: one, lists: inOrder(lists.filter((list) => list.language === one)) }))
    .filter((group) => group.lists.length > 0);
  return (
    <AccountPart id="lists" heading={words.heading} sentence={words.sentence}>
      {state === 'unsubscribed' && <p className="furniture mb-3 text-alert">{words.left}</p>}
      {state === 'suppressed' && <p className="furniture mb-3 text-alert">{words.suppressed}</p>}
      {groups.length === 0 ? (
        <p className="furniture text-ink-2">{words.none}</p>
      ) : (
        <form action="/api/account/lists" method="post" className="space-y-5">
          <HiddenFields language={language} />
          {/* None ticked would look like nothing said. */}
          <input type="hidden" name="choose" value="1" />
          <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
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
          <SaveRow button={words.button} saved={saved ? account.saved : null} />
        </form>
      )}
    </AccountPart>
  );
}
