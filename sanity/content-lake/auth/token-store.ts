import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Caller, type Role, roles } from './caller.ts';

type KnownCaller = Extract<Caller, { kind: 'known' }>;

const schema = `
  CREATE TABLE IF NOT EXISTS tokens (
    id TEXT PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'administrator')),
    is_robot INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT
  ) STRICT;
`;

export type IssuedToken = { id: string; token: string };
export type TokenRow = {
  id: string;
  label: string;
  projectUserId: string;
  createdAt: string;
  roles: { name: string; title: string }[];
};

/** Tokens as their hashes: who reads the data folder cannot sign in with what it holds. */
export class TokenStore {
  readonly #database: DatabaseSync;
  /** Tokens given at start are not stored: they end with the program that was given them. */
  readonly #given: { hash: Buffer; caller: KnownCaller }[] = [];
  #revocations = 0;

  constructor(database: DatabaseSync) {
    database.exec(schema);
    this.#database = database;
  }

  accept(token: string, caller: KnownCaller): void {
    this.#given.push({ hash: hashOf(token), caller });
  }

  issue(caller: KnownCaller, now: Date, lifetimeDays: number | null): IssuedToken {
    const token = `sk${randomBytes(32).toString('base64url')}`;
    const id = `token-${randomBytes(9).toString('base64url')}`;
    const expires = lifetimeDays === null ? null : new Date(now.getTime() + lifetimeDays * 86_400_000);
    this.#database
      .prepare(
        `INSERT INTO tokens (id, hash, user_id, name, role, is_robot, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        hashOf(token),
        caller.userId,
        caller.name,
        caller.role,
        caller.isRobot ? 1 : 0,
        now.toISOString(),
        expires?.toISOString() ?? null,
      );
    return { id, token };
  }

  find(token: string, now: Date): KnownCaller | null {
    const hash = hashOf(token);
    for (const given of this.#given) if (timingSafeEqual(given.hash, hash)) return given.caller;
    const row = this.#database
      .prepare('SELECT * FROM tokens WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)')
      .get(hash, now.toISOString());
    const role = roles.find((candidate) => candidate === row?.role);
    if (!row || !role) return null;
    return {
      kind: 'known',
      userId: String(row.user_id),
      name: String(row.name),
      role,
      isRobot: row.is_robot === 1,
    };
  }

  /** Sessions of people are worth what their accounts are now: none for who has none, with the role of today. */
  keepSessionsOf(people: readonly KnownCaller[]): void {
    const ids = JSON.stringify(people.map(({ userId }) => userId));
    this.#database
      .prepare('DELETE FROM tokens WHERE is_robot = 0 AND user_id NOT IN (SELECT value FROM json_each(?))')
      .run(ids);
    const renew = this.#database.prepare(
      'UPDATE tokens SET role = ?, name = ? WHERE is_robot = 0 AND user_id = ?',
    );
    for (const { role, name, userId } of people) renew.run(role, name, userId);
  }

  revoke(token: string): void {
    this.#database.prepare('DELETE FROM tokens WHERE hash = ?').run(hashOf(token));
    this.#revocations++;
  }

  revokeById(id: string): boolean {
    this.#revocations++;
    return this.#database.prepare('DELETE FROM tokens WHERE id = ? AND is_robot = 1').run(id).changes > 0;
  }

  /** Grows whenever a token may have ended: whoever holds a stream open then looks again. */
  get revocations(): number {
    return this.#revocations;
  }

  robotCallers(): KnownCaller[] {
    const stored = this.robots().map(({ label, projectUserId: userId, roles: [role] }) => ({
      ...robot(label, roles.find((candidate) => candidate === role?.name) ?? 'viewer'),
      userId,
    }));
    return [...this.#given.map(({ caller }) => caller), ...stored];
  }

  robots(): TokenRow[] {
    const rows = this.#database.prepare('SELECT * FROM tokens WHERE is_robot = 1 ORDER BY created_at').all();
    return rows.map((row) => ({
      id: String(row.id),
      label: String(row.name),
      projectUserId: String(row.user_id),
      createdAt: String(row.created_at),
      roles: [{ name: String(row.role), title: titleOf(String(row.role)) }],
    }));
  }
}

export function robot(name: string, role: Role): KnownCaller {
  const userId = `p-${createHash('sha256').update(`robot:${name}`).digest('hex').slice(0, 12)}`;
  return { kind: 'known', userId, name, role, isRobot: true };
}

export function titleOf(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
