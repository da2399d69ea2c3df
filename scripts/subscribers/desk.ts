import type { Database } from '#lib/db/database.ts';
import type { ImportDesk } from '#lib/subscribers/import-batch.ts';

type Output = { write: (text: string) => unknown; isTTY?: boolean };

/** What every command works with. `say` is for what was asked, `tell` for what a person should know beside it. */
export type Desk = ImportDesk & {
  db: Database;
  now: Date;
  say: (line: string) => void;
  tell: (line: string) => void;
  /** Where progress shows: never where an export goes. */
  progress: Output;
  /** Asks at the terminal; null when nobody sits there. */
  ask: ((question: string) => Promise<string>) | null;
};
