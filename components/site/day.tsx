import { dayAndMonth, shortDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';

type Props = { instant: string; language: Language; timeZone: string; brief?: boolean };

/** A date in the newsroom's time zone, readable for people and for programs. */
export function Day({ instant, language, timeZone, brief = false }: Props) {
  const format = brief ? dayAndMonth : shortDate;
  return <time dateTime={instant}>{format(instant, language, timeZone)}</time>;
}
