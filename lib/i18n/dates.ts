import type { Language } from './language.ts';

const locales: Record<Language, string> = { en: 'en-US', es: 'es-MX' };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one took 0.27 ms where using it took 0.003. There are as many as languages, ways to write and zones. */
function formatter(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  formatters.set(key, made);
  return made;
}

/** Thursday, January 15, 2026 · jueves, 15 de enero de 2026 */
export function longDate(instant: string, language: Language, timeZone: string): string {
  return formatter(language, timeZone, { dateStyle: 'full' }).format(new Date(instant));
}

/** January 15, 2026 · 15 de enero de 2026 */
export function shortDate(instant: string, language: Language, timeZone: string): string {
  return formatter(language, timeZone, { dateStyle: 'long' }).format(new Date(instant));
}

/** December 1 · 1 de diciembre */
export function monthDay(instant: string, language: Language, timeZone: string): string {
  return formatter(language, timeZone, { day: 'numeric', month: 'long' }).format(new Date(instant));
}

/** 5:40 PM EST · 5:40 p.m. EST */
export function clockTime(instant: string, language: Language, timeZone: string): string {
  const parts = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return formatter(language, timeZone, parts).format(new Date(instant));
}

/** Jan 15 · 15 ene */
export function dayAndMonth(instant: string, language: Language, timeZone: string): string {
  return formatter(language, timeZone, { day: 'numeric', month: 'short' }).format(new Date(instant));
}

/** 5:40 PM · 5:40 p.m. */
export function hourAndMinute(instant: string, language: Language, timeZone: string): string {
  return formatter(language, timeZone, { hour: 'numeric', minute: '2-digit' }).format(new Date(instant));
}

/** The name of a month, which counts from 1: January · enero */
export function monthName(month: number, language: Language): string {
  return formatter(language, 'UTC', { month: 'long' }).format(new Date(Date.UTC(2026, month - 1, 1)));
}

/** January 2026 · enero de 2026 */
export function monthAndYear({ year, month }: { year: number; month: number }, language: Language): string {
  const parts = { year: 'numeric', month: 'long' } as const;
  return formatter(language, 'UTC', parts).format(new Date(Date.UTC(year, month - 1, 1)));
}
