import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS datasets (
    name TEXT PRIMARY KEY,
    acl TEXT NOT NULL CHECK (acl IN ('public', 'private')),
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL DEFAULT '',
    description TEXT
  ) STRICT;

  CREATE TABLE IF NOT EXISTS documents (
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  ) STRICT;

  -- Append-only: what every transaction asked for, and what it did to each document.
  CREATE TABLE IF NOT EXISTS transactions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    UNIQUE (dataset, id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS changes (
    seq INTEGER NOT NULL REFERENCES transactions (seq),
    ordinal INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    document_id TEXT NOT NULL,
    mutations TEXT NOT NULL,
    apply TEXT NOT NULL,
    revert TEXT NOT NULL,
    previous_rev TEXT,
    PRIMARY KEY (seq, ordinal)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS changes_of_document ON changes (dataset, document_id, seq);
`;

/** What folders of older versions of this program do not have. */
const laterColumns = [
  { table: 'datasets', name: 'created_by', definition: "TEXT NOT NULL DEFAULT ''" },
  { table: 'datasets', name: 'description', definition: 'TEXT' },
] as const;

function addColumn(database: DatabaseSync, { table, name, definition }: (typeof laterColumns)[number]): void {
  const known = database.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, name);
  if (!known) database.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${definition}`);
}

export class DataFolderInUse extends Error {}

/**
 * One file for everything but the bytes of assets. The lock is exclusive for as long as the program
 * runs: two programs on one folder would each answer from their own memory.
 */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'lake.sqlite'));
  try {
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      BEGIN EXCLUSIVE;
    `);
    database.exec(schema);
    for (const column of laterColumns) addColumn(database, column);
    database.exec('COMMIT');
  } catch (cause) {
    database.close();
    if (cause instanceof Error && /locked|busy/i.test(cause.message)) {
      throw new DataFolderInUse(`The data folder ${folder} is used by a running content lake`, { cause });
    }
    throw cause;
  }
  return database;
}

const sqliteFull = 13;

/** Whether something failed for want of space, in the database or in a file beside it. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && error.errcode === sqliteFull) return true;
  return 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** All or nothing, on disk when it returns. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // On a full disk SQLite has rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
