import type { PgBoss } from 'pg-boss';
import type { Database } from '#lib/db/database.ts';

/** What it takes to answer an address: where it is written, what its mail waits in, and how often that may happen. */
export type Desk = {
  db: Database;
  jobs: PgBoss;
  secret: string;
  /** Tells the workers, once the mail is written down for good. */
  wake: () => void;
  /** Multiplies every limit: 1 but for benchmarks. */
  limitsFactor: number;
};
