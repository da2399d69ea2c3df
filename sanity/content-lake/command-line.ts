import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { roles } from './auth/caller.ts';
import type { Account } from './auth/local-accounts.ts';
import type { StartOptions } from './start-lake.ts';

export class UsageError extends Error {}

const usage = `Usage: content-lake --port N --data DIR --dataset NAME[,NAME] [--public NAME[,NAME]] [--token T] [--project ID] [--trust-proxy]`;

export type Environment = Readonly<Record<string, string | undefined>>;

export function parseCommandLine(args: readonly string[], environment: Environment): StartOptions {
  const flags = parseFlags(args);
  const port = Number(flags.port ?? 3333);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port must be a port number\n${usage}`);
  const names = listOf(flags.dataset);
  const open = listOf(flags.public);
  const all = [...new Set([...names, ...open])];
  if (all.length === 0 || flags.data === undefined) throw new UsageError(usage);
  const wrong = all.find((name) => !/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" cannot be the name of a dataset`);
  const viewer = secret(environment, 'LAKE_VIEWER_TOKEN');
  const administrator = secret(environment, 'LAKE_ADMIN_TOKEN');
  return {
    port,
    clock: () => new Date(),
    dataFolder: flags.data,
    projectId: flags.project ?? 'local',
    allowedOrigins: listOf(environment.LAKE_ALLOWED_ORIGINS ?? 'http://localhost:3000'),
    trustsProxy: flags['trust-proxy'] === true,
    editorSecretFile: environment.LAKE_EDITOR_PASSWORD_FILE || join(flags.data, 'editor-secret'),
    accounts: accountsOf(environment.LAKE_ACCOUNTS),
    datasets: all.map((name) => ({ name, isPublic: open.includes(name) })),
    tokens: [
      ...(flags.token === undefined
        ? []
        : [{ name: 'command line', token: flags.token, role: 'administrator' as const }]),
      ...(administrator === undefined
        ? []
        : [{ name: 'administrator', token: administrator, role: 'administrator' as const }]),
      ...(viewer === undefined ? [] : [{ name: 'viewer', token: viewer, role: 'viewer' as const }]),
    ],
  };
}

/** `maria, tomas:administrator`: whoever has no role named is an editor. */
function accountsOf(text: string | undefined): Account[] {
  return listOf(text).map((item) => {
    const [name = '', roleName = 'editor'] = item.split(':');
    const role = roles.find((candidate) => candidate === roleName);
    if (!role || !/^[a-z][a-z0-9-]{0,31}$/.test(name) || name === 'editor') {
      throw new UsageError(`LAKE_ACCOUNTS: "${item}" is not NAME or NAME:ROLE (${roles.join(', ')})`);
    }
    return { name, role };
  });
}

function parseFlags(args: readonly string[]) {
  const text = { type: 'string' as const };
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: text,
        data: text,
        dataset: text,
        public: text,
        token: text,
        project: text,
        'trust-proxy': { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : 'Unreadable flags'}\n${usage}`, {
      cause,
    });
  }
}

/** Any secret can come as NAME or, from a file, as NAME_FILE. */
export function secret(environment: Environment, name: string): string | undefined {
  const direct = environment[name];
  if (direct) return direct;
  const file = environment[`${name}_FILE`];
  return file ? readFileSync(file, 'utf8').trim() : undefined;
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
