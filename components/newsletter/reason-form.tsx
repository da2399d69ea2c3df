import { Choice } from '#components/account/choice.tsx';
import { Button } from '#components/forms/button.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { leaveReasons, mostReasonLetters } from '#lib/newsletter/leave-reason.ts';
import { TokenFields } from './token-fields.tsx';

/** Asked after it is done, so that nobody has to answer first. */
export function ReasonForm({ token, language, left }: { token: string; language: Language; left: string }) {
  const words = textsFor(language).unsubscribe;
  return (
    <form action="/api/unsubscribe/reason" method="post" className="border-rule border-t pt-6">
      <TokenFields token={token} language={language} left={left} />
      <fieldset>
        <legend className="text-second">{words.reasonHeading}</legend>
        <p className="furniture text-ink-2">{words.reasonHelp}</p>
        {leaveReasons.map((reason) => (
          <Choice key={reason} type="radio" name="reason" value={reason}>
            {words.reasons[reason]}
          </Choice>
        ))}
      </fieldset>
      <label htmlFor="leave-words" className="furniture mt-2 mb-1 block font-semibold">
        {words.words}
      </label>
      <textarea
        id="leave-words"
        name="words"
        rows={3}
        maxLength={mostReasonLetters}
        className="furniture mb-4 block w-full rounded-control border border-field bg-paper px-3 py-2 text-[1rem] text-ink"
      />
      <Button look="plain">{words.reasonButton}</Button>
    </form>
  );
}
