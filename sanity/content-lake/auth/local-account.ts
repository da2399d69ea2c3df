import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Caller } from './caller.ts';

/** The account with which a person signs in to Studio where there is no hosted Sanity to ask. */
export class LocalAccount {
  readonly name = 'editor';
  readonly caller: Extract<Caller, { kind: 'known' }> = {
    kind: 'known',
    userId: 'local-editor',
    name: 'Editor',
    role: 'editor',
    isRobot: false,
  };
  readonly #salt = randomBytes(16);
  readonly #key: Buffer;

  constructor(secret: string) {
    this.#key = this.#derive(secret);
  }

  isRight(name: string, secret: string): boolean {
    const isSameSecret = timingSafeEqual(this.#derive(secret), this.#key);
    return name === this.name && isSameSecret;
  }

  #derive(secret: string): Buffer {
    return scryptSync(secret.slice(0, 256), this.#salt, 32);
  }
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
