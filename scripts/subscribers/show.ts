import { findPersonalData, type PersonalData } from '#lib/subscribers/personal-data-store.ts';
import { findSubscriberByKey } from '#lib/subscribers/subscriber-store.ts';
import { findSuppression, suppressionHash } from '#lib/subscribers/suppression-store.ts';
import type { Desk } from './desk.ts';
import { readAddress, readOptions } from './options.ts';

/** Everything that is kept about an address, for its owner's question or an editor's. 1: nothing is. */
export async function show({ db, secret, say, tell }: Desk, args: string[]): Promise<number> {
  const given = readOptions(args, { json: { type: 'boolean' } }, 1);
  const { key } = readAddress(given.words[0]);
  const found = await findSubscriberByKey(db, key);
  const suppression = await findSuppression(db, suppressionHash(secret, key));
  const person = found && (await findPersonalData(db, found.id));
  const held = { suppression, person };
  if (given.is('json')) say(JSON.stringify(held, null, 2));
  else if (person || suppression) for (const line of inWords(held)) say(line);
  if (person || suppression) return 0;
  tell('Nothing is kept about this address.');
  return 1;
}

type Value = Date | string | number | string[] | null;

type Held = { suppression: { reason: string; since: Date } | null; person: PersonalData | null };

function inWords({ person, suppression }: Held): string[] {
  const noMail = suppression
    ? [`no mail      since ${words(suppression.since)}, reason: ${suppression.reason}`]
    : [];
  if (!person) return ['Not a subscriber.', ...noMail];
  const { subscriber: own, lists, sessions, gifts, mails, links, signInRequests, leavings } = person;
  return [
    own.email,
    ...Object.entries({
      state: own.state,
      language: own.language,
      'signed up': own.createdAt,
      confirmed: own.confirmedAt,
      unsubscribed: own.unsubscribedAt,
      source: own.sourcePath,
      id: own.id,
    }).map(([name, value]) => `${name.padEnd(12)} ${words(value)}`),
    ...noMail,
    ...part('Lists', lists),
    ...part('Sessions', sessions),
    ...part('Gift links', gifts),
    ...part('Mails', mails),
    ...part('Links in mails', links),
    ...part('Sign-in requests', signInRequests),
    ...part('Newsletters left', leavings),
  ];
}

function part(title: string, rows: Record<string, Value>[]): string[] {
  const lines = rows.map((row) =>
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name} ${words(value)}`)
      .join(', '),
  );
  return ['', `${title}: ${rows.length === 0 ? 'none' : rows.length}`, ...lines.map((line) => `  ${line}`)];
}

function words(value: Value): string {
  if (value === null) return '–';
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(' ') || '–' : String(value);
}
