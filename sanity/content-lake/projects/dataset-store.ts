import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../store/database.ts';

export type DatasetOptions = { name: string; isPublic: boolean };
export type DatasetRow = DatasetOptions & {
  createdAt: string;
  createdBy: string;
  description: string | null;
};

/** Which datasets there are, and how open they are. */
export class DatasetStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    database.exec('CREATE TABLE IF NOT EXISTS deleted_datasets (name TEXT PRIMARY KEY) STRICT');
    this.#database = database;
  }

  /** Deleted on purpose: a start that still names it must not bring it back, empty. */
  wasDeleted(name: string): boolean {
    return this.#database.prepare('SELECT 1 FROM deleted_datasets WHERE name = ?').get(name) !== undefined;
  }

  all(): DatasetRow[] {
    return this.#database
      .prepare('SELECT * FROM datasets ORDER BY name')
      .all()
      .map((row) => ({
        name: String(row.name),
        isPublic: row.acl === 'public',
        createdAt: String(row.created_at),
        createdBy: String(row.created_by),
        description: row.description === null ? null : String(row.description),
      }));
  }

  find(name: string): DatasetRow | null {
    return this.all().find((row) => row.name === name) ?? null;
  }

  /** A dataset named at the start keeps its dates and takes the openness that it is started with. */
  save({ name, isPublic }: DatasetOptions, createdBy: string, now: Date): void {
    this.#database.prepare('DELETE FROM deleted_datasets WHERE name = ?').run(name);
    this.#database
      .prepare(
        `INSERT INTO datasets (name, acl, created_at, created_by) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET acl = excluded.acl`,
      )
      .run(name, aclOf(isPublic), now.toISOString(), createdBy);
  }

  change({ name, isPublic }: DatasetOptions, description: string | null): void {
    this.#database
      .prepare('UPDATE datasets SET acl = ?, description = ? WHERE name = ?')
      .run(aclOf(isPublic), description, name);
  }

  /** Everything that the dataset ever held, its history included. */
  remove(name: string): void {
    inTransaction(this.#database, () => {
      for (const table of ['changes', 'transactions', 'documents']) {
        this.#database.prepare(`DELETE FROM ${table} WHERE dataset = ?`).run(name);
      }
      this.#database.prepare('DELETE FROM datasets WHERE name = ?').run(name);
      this.#database.prepare('INSERT OR IGNORE INTO deleted_datasets (name) VALUES (?)').run(name);
    });
  }
}

export function aclOf(isPublic: boolean): 'public' | 'private' {
  return isPublic ? 'public' : 'private';
}
