import type { DatabaseSync } from 'node:sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS hook_attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery_id INTEGER NOT NULL REFERENCES hook_deliveries (id) ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    duration INTEGER NOT NULL,
    -- Null when nobody answered; the reason says why.
    result_code INTEGER,
    failure_reason TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS attempts_of_delivery ON hook_attempts (delivery_id);
`;

export type Attempt = {
  startedAt: number;
  durationMilliseconds: number;
  resultCode: number | null;
  failureReason: string | null;
};

const listed = 100;
const statuses: Record<string, string> = { queued: 'pending', delivered: 'success', failed: 'failure' };

/** What was sent to whom and what came back, in the shapes of the hosted delivery log. Reads hook_deliveries. */
export class HookLog {
  readonly #database: DatabaseSync;
  readonly #projectId: string;

  constructor(database: DatabaseSync, projectId: string) {
    database.exec(schema);
    this.#database = database;
    this.#projectId = projectId;
  }

  add(deliveryId: number, attempt: Attempt): void {
    const { startedAt, durationMilliseconds, resultCode, failureReason } = attempt;
    this.#database
      .prepare(
        `INSERT INTO hook_attempts (delivery_id, started_at, duration, result_code, failure_reason)
         SELECT id, ?, ?, ?, ? FROM hook_deliveries WHERE id = ?`,
      )
      // Nothing is written when the hook was deleted while its message was under way.
      .run(startedAt, durationMilliseconds, resultCode, failureReason, deliveryId);
  }

  /** The newest first. */
  messages(hookId: string): object[] {
    const rows = this.#database
      .prepare(
        `SELECT hook_deliveries.*,
           (SELECT count(*) FROM hook_attempts WHERE delivery_id = hook_deliveries.id
             AND failure_reason IS NOT NULL) AS failures,
           (SELECT result_code FROM hook_attempts WHERE delivery_id = hook_deliveries.id
             ORDER BY id DESC LIMIT 1) AS result_code
         FROM hook_deliveries WHERE hook_id = ? ORDER BY id DESC LIMIT ?`,
      )
      .all(hookId, listed);
    return rows.map((row) => {
      const headers: Record<string, unknown> = JSON.parse(String(row.headers));
      return {
        id: String(row.id),
        projectId: this.#projectId,
        hookId,
        dataset: headers['sanity-dataset'],
        documentId: headers['sanity-document-id'],
        status: statuses[String(row.state)],
        failureCount: Number(row.failures),
        resultCode: row.result_code,
        payload: String(row.body),
        createdAt: dateOf(row.created_at),
      };
    });
  }

  /** Of one hook, or the single one with this id. */
  attempts(of: { hookId: string } | { attemptId: string }): object[] {
    const isOfHook = 'hookId' in of;
    const rows = this.#database
      .prepare(
        `SELECT hook_attempts.*, hook_id FROM hook_attempts
         JOIN hook_deliveries ON hook_deliveries.id = delivery_id
         WHERE ${isOfHook ? 'hook_id' : 'hook_attempts.id'} = ? ORDER BY hook_attempts.id DESC LIMIT ?`,
      )
      .all(isOfHook ? of.hookId : Number(of.attemptId), listed);
    return rows.map((row) => ({
      id: String(row.id),
      projectId: this.#projectId,
      hookId: String(row.hook_id),
      messageId: String(row.delivery_id),
      inProgress: false,
      isFailure: row.failure_reason !== null,
      failureReason: row.failure_reason,
      resultCode: row.result_code,
      duration: Number(row.duration),
      createdAt: dateOf(row.started_at),
      updatedAt: dateOf(Number(row.started_at) + Number(row.duration)),
    }));
  }
}

function dateOf(milliseconds: unknown): string {
  return new Date(Number(milliseconds)).toISOString();
}
