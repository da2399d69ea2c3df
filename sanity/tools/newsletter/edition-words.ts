import type { Coming, Edition, Progress } from './desk-schema.ts';

export const languageNames = { en: 'English', es: 'Spanish' };

export function titleOf({ list }: Pick<Edition, 'list'>): string {
  return list?.title ?? 'A list that has been taken away';
}

/** An instant by the List's own clock, with the town that the clock stands in. */
export function timeOf({ list }: Pick<Edition, 'list'>, instant: string): string {
  const timeZone = list?.timeZone ?? 'UTC';
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  });
  return `${time.format(new Date(instant)).replace(' at ', ', ')}, ${townOf(timeZone)} time`;
}

function townOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

export function readers(count: number): string {
  return count === 1 ? '1 reader' : `${count.toLocaleString('en')} readers`;
}

export function kindOf({ kind }: Pick<Edition, 'kind'>): string {
  return { instant: 'One article', digest: 'Digest', correction: 'Correction' }[kind];
}

export function sentenceOfComing(edition: Coming): string {
  const when = timeOf(edition, edition.dueAt);
  const because = edition.reason ? ` (${edition.reason})` : '';
  switch (edition.state) {
    case 'held':
      return `Held${because}. It was to go out ${when}. Until somebody releases it, it stays here; ${readers(edition.wouldGet)} would get it.`;
    case 'missed':
      return `Missed${because}. It was to go out ${when}. Somebody has to decide: send it now, to ${readers(edition.wouldGet)}, or cancel it.`;
    default:
      return `Goes out ${when}, to ${readers(edition.wouldGet)}.`;
  }
}

/** How much has been done with, from 0 to 1: what waits is left. */
export function shareDone({ audience, waiting }: Progress): number {
  return audience === 0 ? 1 : (audience - waiting) / audience;
}

export function sentenceOfProgress({ audience, sent, perSecond, secondsLeft, waiting }: Progress): string {
  const so = `${sent.toLocaleString('en')} of ${audience.toLocaleString('en')} sent`;
  if (waiting === 0) return `${so}, none waiting.`;
  const rest = `${waiting.toLocaleString('en')} waiting`;
  if (secondsLeft === null) return `${so}, ${rest}.`;
  return `${so}, ${rest}; ${perSecond < 1 ? 'less than one' : Math.round(perSecond).toLocaleString('en')} a second, ${timeLeft(secondsLeft)} left.`;
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return 'less than a minute';
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? 'about an hour' : `about ${hours} hours`;
}
