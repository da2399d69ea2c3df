import type { DatabaseSync } from 'node:sqlite';
import { isEverySite, matchesOrigin } from './origin-pattern.ts';

export type CorsOrigin = { id: number; origin: string; allowCredentials: boolean; createdAt: string | null };

/** Origins whose browsers may ask: those given at the start, and those that an administrator added. */
export class CorsOrigins {
  readonly #database: DatabaseSync;
  readonly #given: readonly string[];
  #added: CorsOrigin[] = [];

  constructor(database: DatabaseSync, given: readonly string[]) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS cors_origins (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        origin TEXT NOT NULL UNIQUE,
        allow_credentials INTEGER NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
    `);
    this.#database = database;
    this.#given = given;
    this.#load();
  }

  /** Null when the origin may not ask at all. */
  find(origin: string | undefined): CorsOrigin | null {
    if (origin === undefined) return null;
    const fitting = this.all().filter((known) => matchesOrigin(known.origin, origin));
    return fitting.find(({ allowCredentials }) => allowCredentials) ?? fitting[0] ?? null;
  }

  all(): CorsOrigin[] {
    // The ones given at the start have no row, so that leaving them out of the start removes them.
    const given = this.#given.map((origin, index) => ({
      id: -1 - index,
      origin,
      // Every site with the credentials of ours would be every site as us.
      allowCredentials: !isEverySite(origin),
      createdAt: null,
    }));
    return [...given, ...this.#added.filter(({ origin }) => !this.#given.includes(origin))];
  }

  add(origin: string, allowCredentials: boolean, now: Date): CorsOrigin | null {
    this.#database
      .prepare(
        `INSERT INTO cors_origins (origin, allow_credentials, created_at) VALUES (?, ?, ?)
         ON CONFLICT (origin) DO UPDATE SET allow_credentials = excluded.allow_credentials`,
      )
      .run(origin, allowCredentials ? 1 : 0, now.toISOString());
    this.#load();
    return this.all().find((known) => known.origin === origin) ?? null;
  }

  remove(id: number): boolean {
    const { changes } = this.#database.prepare('DELETE FROM cors_origins WHERE id = ?').run(id);
    this.#load();
    return Number(changes) > 0;
  }

  #load(): void {
    const rows = this.#database.prepare('SELECT * FROM cors_origins ORDER BY id').all();
    this.#added = rows.map((row) => ({
      id: Number(row.id),
      origin: String(row.origin),
      allowCredentials: row.allow_credentials === 1,
      createdAt: String(row.created_at),
    }));
  }
}
