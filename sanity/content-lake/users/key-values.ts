import type { DatabaseSync } from 'node:sqlite';
import { requireKnown } from '../auth/caller.ts';
import { isRecord } from '../dataset/document.ts';
import { httpError } from '../http/lake-error.ts';
import { readJsonValue } from '../http/read-body.ts';
import { json } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';

const limits = { bodyBytes: 256 * 1024, keyCharacters: 200, keysOfOne: 1000 } as const;

/** What Studio remembers for a person: favourites, recent searches, column widths. */
export class KeyValues {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS key_values (
        user_id TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (user_id, key)
      ) STRICT;
    `);
    this.#database = database;
  }

  get(userId: string, key: string): unknown {
    const row = this.#database
      .prepare('SELECT value FROM key_values WHERE user_id = ? AND key = ?')
      .get(userId, key);
    return row ? JSON.parse(String(row.value)) : null;
  }

  /** False when this person has kept as much as one may: favourites must not fill the disk. */
  set(userId: string, key: string, value: unknown): boolean {
    const row = this.#database
      .prepare('SELECT count(*) AS others FROM key_values WHERE user_id = ? AND key <> ?')
      .get(userId, key);
    if (Number(row?.others) >= limits.keysOfOne) return false;
    this.#database
      .prepare(
        `INSERT INTO key_values (user_id, key, value) VALUES (?, ?, ?)
         ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
      )
      .run(userId, key, JSON.stringify(value ?? null));
    return true;
  }
}

export const keyValueRoutes: Route[] = [
  route('GET', 'users/me/keyvalue/:keys', ({ lake, caller, path }) => {
    const { userId } = requireKnown(caller);
    const keys = (path.keys ?? '').split(',');
    return json(keys.map((key) => ({ key, value: lake.keyValues.get(userId, key) })));
  }),
  route('PUT', 'users/me/keyvalue', async ({ lake, caller, message }) => {
    const { userId } = requireKnown(caller);
    const pairs = await readJsonValue(message, limits.bodyBytes);
    const list = Array.isArray(pairs) ? pairs : [pairs];
    const stored = list.map((pair: unknown) => {
      if (!isRecord(pair) || typeof pair.key !== 'string' || pair.key.length > limits.keyCharacters) {
        throw httpError(400, 'Each pair needs a key');
      }
      if (!lake.keyValues.set(userId, pair.key, pair.value)) throw httpError(413, 'Too many keys are kept');
      return { key: pair.key, value: pair.value ?? null };
    });
    return json(stored);
  }),
];
