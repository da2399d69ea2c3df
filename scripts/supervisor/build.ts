import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeFileLock } from './file-lock.ts';
import type { Surroundings } from './program.ts';
import { runTask } from './task.ts';
import { waitUntil } from './wait-until.ts';

/** Everything that `next build` reads. What only other programs run is left out, so it rebuilds nothing. */
const inputs = [
  ...['app', 'components', 'lib', 'public', 'sanity'],
  ...['proxy.ts', 'next.config.ts', 'instrumentation.ts', 'postcss.config.mjs'],
  ...['tsconfig.json', 'package.json', 'package-lock.json'],
];
const notRead = /(\.(test|md)\b)|(^sanity\/(seed|content-lake)\b)/;

function* filesBelow(root: string, path: string): Generator<string> {
  if (notRead.test(path) || !existsSync(join(root, path))) return;
  if (statSync(join(root, path)).isFile()) yield path;
  else for (const name of readdirSync(join(root, path)).sort()) yield* filesBelow(root, `${path}/${name}`);
}

/** Changes when, and only when, a new build could differ from the last. */
export function sourcesHash(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs)
    for (const path of filesBelow(root, input)) {
      const content = createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex');
      hash.update(`\n${path} ${content}`);
    }
  return hash.digest('hex');
}

/** Builds the site unless the sources are those of the build that is there; says whether it had to. */
export async function buildWhenChanged(surroundings: Surroundings): Promise<'built' | 'unchanged'> {
  const { root, environment, say, signal } = surroundings;
  const folder = join(root, '.next');
  mkdirSync(join(folder, 'cache'), { recursive: true });
  const mark = join(folder, 'sources-hash');
  const take = () => takeFileLock(join(folder, 'cache', 'build.lock'));
  let lock = take();
  if (!lock) {
    say('Another build of this checkout is running; waiting for it.');
    await waitUntil(
      () => {
        signal.throwIfAborted();
        lock = take();
        return lock !== null;
      },
      { seconds: 1200, everyMs: 500 },
    );
  }
  try {
    const wanted = sourcesHash(root);
    if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return 'unchanged';
    rmSync(mark, { force: true });
    // Data that pages of an older build have cached would outlive them.
    rmSync(join(folder, 'cache', 'fetch-cache'), { recursive: true, force: true });
    const started = performance.now();
    const elapsed = () => Math.round((performance.now() - started) / 1000);
    say('Building the site. The first time takes a few minutes; later starts need no build.');
    const progress = setInterval(() => say(`  still building, ${elapsed()} s`), 10_000);
    await runTask(
      {
        name: 'build',
        command: [process.execPath, join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
        environment: { ...environment, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
        workingFolder: root,
      },
      surroundings,
    ).finally(() => clearInterval(progress));
    writeFileSync(mark, wanted);
    say(`Built in ${elapsed()} s.`);
    return 'built';
  } finally {
    lock?.release();
  }
}
