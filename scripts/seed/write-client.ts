import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient, type SanityClient } from '@sanity/client';

type Environment = Readonly<Record<string, string | undefined>>;

/** A client that may write to the dataset which the environment names, and how to call that in a sentence. */
export function writeClient(environment: Environment): { client: SanityClient; where: string } {
  const projectId = variable(environment, 'SANITY_PROJECT_ID');
  const apiHost =
    variable(environment, 'SANITY_API_HOST') ?? (projectId ? undefined : 'http://localhost:3333');
  const dataset = variable(environment, 'SANITY_DATASET') ?? 'production';
  const token = variable(environment, 'SANITY_API_WRITE_TOKEN') ?? tokenOfLocalLake(environment, projectId);
  if (!token) {
    throw new Error(
      'SANITY_API_WRITE_TOKEN is not set: seeding needs a token that may write to the dataset.',
    );
  }
  const client = createClient({
    projectId: projectId ?? 'local',
    dataset,
    token,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    ...(apiHost ? { apiHost, useProjectHostname: false } : {}),
  });
  return { client, where: `the dataset "${dataset}" at ${apiHost ?? `project ${projectId}`}` };
}

export function explained(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` ${error.cause.message}` : '';
  return error instanceof Error ? `${error.message}${cause}` : String(error);
}

function variable(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`];
  return environment[name] || (file ? readFileSync(file, 'utf8').trim() : undefined);
}

/** What `npm start` made; no token of ours ever goes to a hosted project. */
function tokenOfLocalLake(environment: Environment, projectId: string | undefined): string | undefined {
  const file = path.join(environment.DATA_DIR ?? '.data', 'secrets/lake-write-token');
  return projectId === undefined && existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
