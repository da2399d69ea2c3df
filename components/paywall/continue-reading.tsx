import { buttonClass } from '#components/forms/button.tsx';
import type { WallCopy } from '#lib/content/wall-settings.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Allowance } from '#lib/paywall/meter.ts';
import { leftWords, usedUpWords } from '#lib/paywall/meter-words.ts';

type Props = {
  copy: WallCopy;
  allowance: Allowance;
  language: Language;
  slug: string;
  timeZone: string;
};

/** One of the month's free articles, spent by a press and never by looking. */
export function ContinueReading({ copy, allowance, language, slug, timeZone }: Props) {
  if (allowance.left === 0) {
    return (
      <p className="furniture mt-4 border-rule border-t pt-4 text-ink-2">
        {usedUpWords(copy, allowance, { language, timeZone })}
      </p>
    );
  }
  return (
    <form
      action="/api/continue-reading"
      method="post"
      className="furniture mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-rule border-t pt-5"
    >
      <input type="hidden" name="article" value={slug} />
      <input type="hidden" name="language" value={language} />
      <button type="submit" className={buttonClass('plain')} aria-describedby="free-articles">
        {copy.continueLabel}
      </button>
      <span id="free-articles" className="text-ink-2">
        {leftWords(copy, allowance)}
      </span>
    </form>
  );
}
