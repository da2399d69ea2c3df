import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type SecretsFolder = {
  pathOf: (name: string) => string;
  has: (name: string) => boolean;
  read: (name: string) => string;
  write: (name: string, value: string) => void;
  /** Makes the secret when there is none yet and returns the path of its file. */
  ensure: (name: string) => string;
};

export function openSecretsFolder(folder: string): SecretsFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const pathOf = (name: string) => join(folder, name);
  const write = (name: string, value: string) => {
    // Renamed into place: a secret that was cut short would lock everybody out for good.
    writeFileSync(pathOf(`${name}.new`), `${value}\n`, { mode: 0o600 });
    renameSync(pathOf(`${name}.new`), pathOf(name));
  };
  return {
    pathOf,
    has: (name) => existsSync(pathOf(name)),
    read: (name) => readFileSync(pathOf(name), 'utf8').trim(),
    write,
    ensure(name) {
      if (!existsSync(pathOf(name))) write(name, randomBytes(32).toString('base64url'));
      return pathOf(name);
    },
  };
}
