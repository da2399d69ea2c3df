import { Day } from '#components/site/day.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { text: string; date: string; language: Language; timeZone: string };

/** A correction where the text was wrong. */
export function CorrectionNote({ text, date, language, timeZone }: Props) {
  return (
    <aside className="furniture my-6 border-alert border-l-2 py-1 pl-5">
      <p>
        <strong className="font-semibold text-alert">{textsFor(language).article.correction}</strong>{' '}
        <span className="text-ink-2">
          <Day instant={date} language={language} timeZone={timeZone} />
        </span>
      </p>
      <p className="mt-1">{text}</p>
    </aside>
  );
}
