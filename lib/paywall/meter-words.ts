import type { WallCopy } from '#lib/content/wall-settings.ts';
import { monthDay } from '#lib/i18n/dates.ts';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Allowance } from './meter.ts';

/** What is left of the month's free articles, in the editors' words. */
export function leftWords(copy: WallCopy, { left, total }: Allowance): string {
  return fillIn(copy.left, { left, total });
}

/** That nothing is left, and when the next ones come, by the paper's calendar. */
export function usedUpWords(
  copy: WallCopy,
  { total, renewsAt }: Allowance,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  return fillIn(copy.usedUp, { total, date: monthDay(renewsAt.toISOString(), language, timeZone) });
}
