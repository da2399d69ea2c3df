import type { OutgoingHttpHeaders } from 'node:http';
import { askAll, follow, type Heard, type Question, wholeOf } from './ask.ts';
import type { Garden } from './plant.ts';

export type Trick = Question & { name: string };

/** Each of these addresses in each of these ways. */
export function trying(
  name: string,
  paths: readonly string[],
  ways: readonly OutgoingHttpHeaders[],
): Trick[] {
  return ways.flatMap((headers) => paths.map((path) => ({ name, path, headers })));
}

/** One line for each answer that told too much, with a request that repeats it. */
export async function leaksOf(
  origin: string,
  { gatedIn, closedIn }: Pick<Garden, 'gatedIn' | 'closedIn'>,
  tricks: readonly Trick[],
): Promise<string[]> {
  return askAll(origin, tricks, (heard, trick) => {
    const whole = wholeOf(heard);
    const told = [...gatedIn(whole), ...closedIn(whole)];
    const failed = heard.status >= 500 ? [`${heard.status} ${requestOf(trick)}`] : [];
    return told.length > 0 ? [`${requestOf(trick)} tells ${told.slice(0, 3).join(', ')}`] : failed;
  });
}

function requestOf({ name, path, method = 'GET', headers = {} }: Trick): string {
  const lines = Object.entries(headers).map(
    ([header, value]) => `-H '${header}: ${String(value).slice(0, 90)}'`,
  );
  return [name, method, path, ...lines].join(' ');
}

/** What of these words an answer lacks: a reader who may have the text gets all of it. */
export async function missingIn(
  origin: string,
  question: Question,
  words: readonly string[],
): Promise<string[]> {
  const { status, text } = await follow(origin, question);
  const missing = words.filter((word) => !text.includes(word));
  return status === 200 ? missing : [`status ${status}`, ...missing];
}

export function isForOneReader({ headers }: Heard): boolean {
  const cacheControl = headers['cache-control'] ?? '';
  return (
    /private/.test(cacheControl) && /no-store/.test(cacheControl) && !/public|s-maxage/.test(cacheControl)
  );
}
