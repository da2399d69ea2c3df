import type { PgBoss } from 'pg-boss';
import type { Database } from '#lib/db/database.ts';

/** What it takes to answer an address: where it is written, what its mail waits in, and how often that may happen. */
export type Desk = {
  db: Database;
  jobs: PgBoss;
  secret: string;
  /** Multiplies every limit: 1 but for benchmarks. */
  limitsFactor: number;
};
