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
/** A robot's token, without what it is known by. */
export type TokenRow = {
  id: string;
  label: string;
  userId: string;
  role: Role;
  createdAt: string;
  expiresAt: string | null;
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

  issue(caller: KnownCaller, now: Date, expiresAt: Date | null): IssuedToken {
    const token = newToken();
    const id = `token-${randomBytes(9).toString('base64url')}`;
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
        expiresAt?.toISOString() ?? null,
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

  endSessionsOf(userId: string): void {
    this.#database.prepare('DELETE FROM tokens WHERE is_robot = 0 AND user_id = ?').run(userId);
    this.#revocations++;
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

  /** Gives a robot's token a new secret; the old one is worth nothing from now on. Null for any other token. */
  rotate(token: string, now: Date): (TokenRow & { token: string }) | null {
    const caller = this.find(token, now);
    if (!caller?.isRobot) return null;
    const next = newToken();
    const row = this.#database
      .prepare('UPDATE tokens SET hash = ? WHERE hash = ? RETURNING *')
      .get(hashOf(next), hashOf(token));
    this.#revocations++;
    return row ? { ...tokenRow(row), token: next } : null;
  }

  robotCallers(): KnownCaller[] {
    const stored = this.robots().map(({ label, role, userId }) => ({ ...robot(label, role), userId }));
    return [...this.#given.map(({ caller }) => caller), ...stored];
  }

  robots(): TokenRow[] {
    const rows = this.#database.prepare('SELECT * FROM tokens WHERE is_robot = 1 ORDER BY created_at').all();
    return rows.map(tokenRow);
  }
}

function tokenRow(row: Record<string, unknown>): TokenRow {
  return {
    id: String(row.id),
    label: String(row.name),
    userId: String(row.user_id),
    role: roles.find((candidate) => candidate === row.role) ?? 'viewer',
    createdAt: String(row.created_at),
    expiresAt: row.expires_at === null ? null : String(row.expires_at),
  };
}

function newToken(): string {
  return `sk${randomBytes(32).toString('base64url')}`;
}

/** Given tokens keep their identity over restarts by their name; those that are made bring one of their own. */
export function robot(name: string, role: Role, identity = name): KnownCaller {
  const userId = `p-${createHash('sha256').update(`robot:${identity}`).digest('hex').slice(0, 12)}`;
  return { kind: 'known', userId, name, role, isRobot: true };
}

export function titleOf(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
