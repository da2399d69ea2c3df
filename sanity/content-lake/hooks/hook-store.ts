import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../store/database.ts';
import type { Hook } from './hook.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS hooks (
    id TEXT PRIMARY KEY,
    json TEXT NOT NULL,
    -- Transactions up to this one have been looked at; what follows still has to be.
    cursor INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS hook_deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hook_id TEXT NOT NULL REFERENCES hooks (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'failed')),
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL,
    last_result TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS deliveries_due ON hook_deliveries (state, due_at);
`;

export type Delivery = {
  id: number;
  hookId: string;
  headers: Record<string, string>;
  body: string;
  createdAt: number;
  attempts: number;
};
/** What is being sent, and the hooks that are sent enough at once. */
export type Busy = { deliveries: readonly number[]; hooks: readonly string[] };
export type NewDelivery = Pick<Delivery, 'headers' | 'body'>;

const isFree =
  'id NOT IN (SELECT value FROM json_each(?)) AND hook_id NOT IN (SELECT value FROM json_each(?))';
const placesOf = ({ deliveries, hooks }: Busy) => [JSON.stringify(deliveries), JSON.stringify(hooks)];

export class HookStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    database.exec(schema);
    this.#database = database;
  }

  all(): { hook: Hook; cursor: number }[] {
    const rows = this.#database.prepare('SELECT json, cursor FROM hooks ORDER BY rowid').all();
    return rows.map((row) => ({ hook: JSON.parse(String(row.json)), cursor: Number(row.cursor) }));
  }

  find(id: string): Hook | null {
    return this.all().find(({ hook }) => hook.id === id)?.hook ?? null;
  }

  newId(): string {
    return randomBytes(12).toString('base64url');
  }

  /** A new hook hears of what comes after it, not of the past. */
  save(hook: Hook): void {
    this.#database
      .prepare(
        `INSERT INTO hooks (id, json, cursor) VALUES (?, ?, (SELECT coalesce(max(seq), 0) FROM transactions))
         ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
      )
      .run(hook.id, JSON.stringify(hook));
  }

  remove(id: string): boolean {
    return this.#database.prepare('DELETE FROM hooks WHERE id = ?').run(id).changes > 0;
  }

  transactionsAfter(seq: number): { seq: number; dataset: string }[] {
    const rows = this.#database
      .prepare('SELECT seq, dataset FROM transactions WHERE seq > ? ORDER BY seq')
      .all(seq);
    return rows.map((row) => ({ seq: Number(row.seq), dataset: String(row.dataset) }));
  }

  /** The deliveries and the cursor in one transaction: none is lost, none is queued twice. */
  enqueue(hookId: string, seq: number, deliveries: readonly NewDelivery[], now: number): void {
    const insert = this.#database.prepare(
      `INSERT INTO hook_deliveries (hook_id, state, headers, body, created_at, due_at)
       VALUES (?, 'queued', ?, ?, ?, ?)`,
    );
    inTransaction(this.#database, () => {
      for (const { headers, body } of deliveries) insert.run(hookId, JSON.stringify(headers), body, now, now);
      this.#database.prepare('UPDATE hooks SET cursor = ? WHERE id = ? AND cursor < ?').run(seq, hookId, seq);
    });
  }

  /** The one that is due longest; uses deliveries_due. */
  due(now: number, busy: Busy): Delivery | null {
    const row = this.#database
      .prepare(
        `SELECT id, hook_id, headers, body, created_at, attempts FROM hook_deliveries
         WHERE state = 'queued' AND due_at <= ? AND ${isFree} ORDER BY due_at, id LIMIT 1`,
      )
      .get(now, ...placesOf(busy));
    if (!row) return null;
    return {
      id: Number(row.id),
      hookId: String(row.hook_id),
      headers: JSON.parse(String(row.headers)),
      body: String(row.body),
      createdAt: Number(row.created_at),
      attempts: Number(row.attempts),
    };
  }

  nextDue(busy: Busy): number | null {
    const row = this.#database
      .prepare(`SELECT min(due_at) AS at FROM hook_deliveries WHERE state = 'queued' AND ${isFree}`)
      .get(...placesOf(busy));
    return row?.at === null || row === undefined ? null : Number(row.at);
  }

  settle(id: number, state: 'queued' | 'delivered' | 'failed', result: string, dueAt: number): void {
    this.#database
      .prepare(
        'UPDATE hook_deliveries SET state = ?, last_result = ?, due_at = ?, attempts = attempts + 1 WHERE id = ?',
      )
      .run(state, result, dueAt, id);
  }

  /** What is done with is kept for a week. */
  forgetOld(before: number): void {
    this.#database
      .prepare("DELETE FROM hook_deliveries WHERE state <> 'queued' AND created_at < ?")
      .run(before);
  }
}
