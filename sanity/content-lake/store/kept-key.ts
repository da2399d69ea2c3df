import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A random key that is made once and stays with the folder. */
export function keptKey(database: DatabaseSync, name: string): string {
  database.exec('CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  database
    .prepare('INSERT INTO keys (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING')
    .run(name, randomBytes(32).toString('base64url'));
  return String(database.prepare('SELECT value FROM keys WHERE name = ?').get(name)?.value);
}
