import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Who changes a secret does it because somebody else may know it: what was signed in with the old one has to end. */
export class KnownSecrets {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    database.exec(
      'CREATE TABLE IF NOT EXISTS known_secrets (user_id TEXT PRIMARY KEY, salt BLOB NOT NULL, key BLOB NOT NULL) STRICT',
    );
    this.#database = database;
  }

  /** Keeps a hash of it, and says whether it is another than the last start's. */
  hasChanged(userId: string, secret: string): boolean {
    const row = this.#database.prepare('SELECT salt, key FROM known_secrets WHERE user_id = ?').get(userId);
    const { salt, key } = row ?? {};
    if (salt instanceof Uint8Array && key instanceof Uint8Array) {
      if (timingSafeEqual(scryptSync(secret, salt, 32), key)) return false;
    }
    const newSalt = randomBytes(16);
    this.#database
      .prepare('INSERT OR REPLACE INTO known_secrets (user_id, salt, key) VALUES (?, ?, ?)')
      .run(userId, newSalt, scryptSync(secret, newSalt, 32));
    return row !== undefined;
  }
}
