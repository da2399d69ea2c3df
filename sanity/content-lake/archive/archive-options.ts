import { parseArgs } from 'node:util';
import { type ClientConfig, createClient, type SanityClient } from '@sanity/client';
import { type Environment, secret, UsageError } from '../command-line.ts';

const usage = `Usage: content-lake export --to FILE.tar.gz [source]
       content-lake import --from FILE.tar.gz [--replace | --missing] [target]
where source and target are: [--url http://localhost:3333] [--project ID] --dataset NAME [--token T]
Without --url it is hosted Sanity, and --project is needed. The token may come as SANITY_AUTH_TOKEN or
SANITY_AUTH_TOKEN_FILE.`;

export type ArchiveOptions = {
  client: SanityClient;
  dataset: string;
  /** The archive to write or to read. */
  file: string;
  operation: 'create' | 'createOrReplace' | 'createIfNotExists';
};

export function parseArchiveOptions(
  command: 'export' | 'import',
  args: readonly string[],
  environment: Environment,
): ArchiveOptions {
  const flags = parseFlags(args);
  const token = flags.token ?? secret(environment, 'SANITY_AUTH_TOKEN');
  const file = command === 'export' ? flags.to : flags.from;
  const projectId = flags.project ?? (flags.url === undefined ? undefined : 'local');
  const { dataset, url } = flags;
  if (dataset === undefined || file === undefined || token === undefined || projectId === undefined) {
    throw new UsageError(usage);
  }
  if (flags.replace && flags.missing) throw new UsageError(`--replace or --missing, not both\n${usage}`);
  const host: Partial<ClientConfig> = url === undefined ? {} : { apiHost: url, useProjectHostname: false };
  const client = createClient({
    projectId,
    dataset,
    token,
    apiVersion: '2025-02-19',
    useCdn: false,
    ...host,
  });
  const operation = flags.replace ? 'createOrReplace' : flags.missing ? 'createIfNotExists' : 'create';
  return { client, dataset, file, operation };
}

function parseFlags(args: readonly string[]) {
  const text = { type: 'string' as const };
  const flag = { type: 'boolean' as const };
  const options = { url: text, project: text, dataset: text, token: text, to: text, from: text };
  try {
    return parseArgs({ args: [...args], options: { ...options, replace: flag, missing: flag } }).values;
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : 'Unreadable flags'}\n${usage}`, {
      cause,
    });
  }
}
