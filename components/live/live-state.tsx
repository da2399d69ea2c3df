import type { Coverage } from '#lib/content/live.ts';
import { clockTime, shortDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = {
  state: Coverage['state'];
  /** Of the newest update. */
  lastAt: string | undefined;
  language: Language;
  timeZone: string;
};

/** Whether anything is still added, and when something last was. */
export function LiveState({ state, lastAt, language, timeZone }: Props) {
  const { live: words } = textsFor(language);
  return (
    <div className="furniture mt-4">
      <p className="flex flex-wrap items-baseline gap-x-3">
        {state === 'live' ? (
          <strong className="font-semibold text-alert">{words.now}</strong>
        ) : (
          <strong className="font-semibold">{words.ended}</strong>
        )}
        {lastAt && (
          <span className="text-ink-2">
            {words.updated}{' '}
            <time dateTime={lastAt}>
              {`${shortDate(lastAt, language, timeZone)}, ${clockTime(lastAt, language, timeZone)}`}
            </time>
          </span>
        )}
      </p>
      {state === 'live' && (
        <noscript>
          <p className="text-ink-2">{words.withoutScripts}</p>
        </noscript>
      )}
    </div>
  );
}
