import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function findOnPath(programs: readonly string[], path: string): string | null {
  for (const folder of path.split(delimiter))
    for (const program of programs) {
      const file = join(folder, program);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  return null;
}

type Said = { output: string; isGood: boolean };

function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): Said {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  return { output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`, isGood: status === 0 };
}

/** Finds a program of Debian's, or installs it when that is allowed; null when neither works. */
export function findOrInstall(
  programs: readonly string[],
  debianPackage: string,
  environment: NodeJS.ProcessEnv,
): { path: string } | { path: null; why: string } {
  const path = environment.PATH ?? '';
  const found = findOnPath(programs, path);
  if (found) return { path: found };
  if (process.getuid?.() !== 0)
    return { path: null, why: `${debianPackage} is not installed and only root may install it.` };
  const quiet = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  const updated = run('apt-get', ['update', '-q'], quiet);
  const installed = run('apt-get', ['install', '-qy', '--no-install-recommends', debianPackage], quiet);
  const now = findOnPath(programs, path);
  return now ? { path: now } : { path: null, why: `${updated.output}${installed.output}` };
}

/** The browser of the end-to-end tests: one that is there, else Debian's, else Playwright's own (an empty path). */
export function findBrowser(
  environment: NodeJS.ProcessEnv,
  playwright: string,
): { kind: 'found'; path: string } | { kind: 'missing'; why: string } {
  if (environment.BROWSER_PATH) return { kind: 'found', path: environment.BROWSER_PATH };
  const debian = findOrInstall(names, 'chromium', environment);
  if (debian.path) return { kind: 'found', path: debian.path };
  const own = run(process.execPath, [playwright, 'install', 'chromium'], environment);
  if (own.isGood) return { kind: 'found', path: '' };
  return { kind: 'missing', why: `${debian.path === null ? debian.why : ''}${own.output}` };
}
