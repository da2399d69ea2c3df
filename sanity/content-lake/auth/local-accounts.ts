import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Caller, Role } from './caller.ts';

type KnownCaller = Extract<Caller, { kind: 'known' }>;
export type Account = { name: string; role: Role };

/** With which people sign in to Studio where there is no hosted Sanity to ask. */
export class LocalAccounts {
  readonly #salt = randomBytes(16);
  readonly #accounts: ReadonlyMap<string, { key: Buffer; caller: KnownCaller }>;

  constructor(accounts: readonly (Account & { secret: string })[]) {
    this.#accounts = new Map(
      accounts.map(({ secret, ...account }) => [
        account.name,
        { key: this.#derive(secret), caller: callerOf(account) },
      ]),
    );
  }

  callers(): KnownCaller[] {
    return [...this.#accounts.values()].map(({ caller }) => caller);
  }

  /** Null unless name and secret belong together. */
  signIn(name: string, secret: string): KnownCaller | null {
    const account = this.#accounts.get(name);
    // Derived for an unknown name too: how long the answer takes must not say which names there are.
    const given = this.#derive(secret);
    return account && timingSafeEqual(given, account.key) ? account.caller : null;
  }

  #derive(secret: string): Buffer {
    return scryptSync(secret.slice(0, 256), this.#salt, 32);
  }
}

export function callerOf({ name, role }: Account): KnownCaller {
  const displayName = name.charAt(0).toUpperCase() + name.slice(1);
  return { kind: 'known', userId: `local-${name}`, name: displayName, role, isRobot: false };
}

/** The secrets of all accounts stand in one folder; the file of `editor` may have a name of its own. */
export function secretFileOf(name: string, editorSecretFile: string): string {
  return name === 'editor' ? editorSecretFile : join(dirname(editorSecretFile), `${name}-secret`);
}

/** There is no default secret: where the file is missing, one is made that nobody can guess. */
export function readOrMakeSecret(path: string): { secret: string; isNew: boolean } {
  if (existsSync(path)) {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret.length < 12) throw new Error(`The secret in ${path} is shorter than 12 characters`);
    return { secret, isNew: false };
  }
  const secret = randomBytes(15).toString('base64url');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${secret}\n`, { mode: 0o600 });
  return { secret, isNew: true };
}
