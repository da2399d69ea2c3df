import { createHash, timingSafeEqual } from 'node:crypto';
import { keyedHash } from '#lib/subscribers/secret-token.ts';
import { type CalendarMonth, calendarMonth } from './calendar-month.ts';

/** How many closed articles a month are free; 0 means that there is no meter. */
export type MeterRules = { freeArticles: number; timeZone: string };

/** The free articles that one browser has opened this month, by short ids: nothing here says who reads. */
export type Meter = { month: CalendarMonth; spent: readonly string[] };

/** What is left of the month's free articles. */
export type Allowance = { left: number; total: number; renewsAt: Date };

const version = 'v1';
const written = /^v1\.(\d{4}-\d{2})\.((?:[\w-]{8})*)\.([\w-]{43})$/;
/** Room for more free articles than an editor can set; whatever is longer is not ours. */
const mostCharacters = 600;
const graceMs = 3 * 86_400_000;

/** Forged, of another month, or too long: as good as no cookie. */
export function openMeter(secret: string, cookie: string | null, rules: MeterRules, now: Date): Meter {
  const month = calendarMonth(now, rules.timeZone);
  const nothing = { month, spent: [] };
  if (cookie === null || cookie.length > mostCharacters) return nothing;
  const [, name, ids = '', signature = ''] = written.exec(cookie) ?? [];
  if (name !== month.name) return nothing;
  const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(secret, name, ids)));
  return isOurs ? { month, spent: ids.match(/.{8}/g) ?? [] } : nothing;
}

export function sealMeter(secret: string, { month, spent }: Meter): string {
  const ids = spent.join('');
  return `${version}.${month.name}.${ids}.${sign(secret, month.name, ids)}`;
}

/** The cookie ends with its month; the days of grace are for browsers whose clocks are wrong. */
export function meterSeconds({ month }: Meter, now: Date): number {
  return Math.ceil((month.endsAt.getTime() + graceMs - now.getTime()) / 1000);
}

export function hasSpentOn(meter: Meter, rules: MeterRules, articleId: string): boolean {
  return rules.freeArticles > 0 && meter.spent.includes(shortId(articleId));
}

/** The meter after one more article, null when the month's free ones are used up. The same article again is free. */
export function spendOn(meter: Meter, rules: MeterRules, articleId: string): Meter | null {
  if (hasSpentOn(meter, rules, articleId)) return meter;
  if (meter.spent.length >= rules.freeArticles) return null;
  return { ...meter, spent: [...meter.spent, shortId(articleId)] };
}

/** Null where there is no meter. */
export function allowanceOf(meter: Meter, { freeArticles }: MeterRules): Allowance | null {
  if (freeArticles <= 0) return null;
  const left = Math.max(0, freeArticles - meter.spent.length);
  return { left, total: freeArticles, renewsAt: meter.month.endsAt };
}

/** 48 bits: two of a paper's articles are never the same to it, and a cookie holds fifty. */
function shortId(articleId: string): string {
  return createHash('sha256').update(articleId).digest('base64url').slice(0, 8);
}

function sign(secret: string, month: string, ids: string): string {
  return keyedHash(secret, `meter ${version}`, `${month}.${ids}`);
}
