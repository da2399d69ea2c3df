import { DatabaseSync } from 'node:sqlite';

export type FileLock = { release: () => void };

/** A database that nobody refers to is closed by the garbage collector, and its lock is gone. */
const held = new Set<DatabaseSync>();

/**
 * Takes a lock that ends with this process, also when it is killed, so it never goes stale;
 * null when another process holds it. Node has no call for it, but SQLite locks its files by the system's own.
 */
export function takeFileLock(file: string): FileLock | null {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (cause instanceof Error && /locked|busy/i.test(cause.message)) return null;
    throw new Error(`${file} cannot be locked`, { cause });
  }
  held.add(database);
  return {
    release() {
      held.delete(database);
      database.close();
    },
  };
}
