import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientConfig, createClient, type SanityClient } from '@sanity/client';
import { type RunningLake, type StartOptions, startLake } from '../start-lake.ts';

export type TestLake = RunningLake & {
  dataFolder: string;
  /** An administrator's client, unless told otherwise. */
  client: (config?: Partial<ClientConfig>) => SanityClient;
  /** Stops it and starts another on the same folder, differently if told so. */
  restart: (changed?: Partial<StartOptions>) => Promise<TestLake>;
  end: () => Promise<void>;
};

export const tokens = {
  administrator: 'admin-token',
  editor: 'editor-token',
  viewer: 'viewer-token',
} as const;
export const studioOrigin = 'http://localhost:3000';

/** A lake of its own for one test file: real HTTP, a free port, a folder that goes away with it. */
export async function startTestLake(
  options: Partial<StartOptions> = {},
  dataFolder = mkdtempSync(join(tmpdir(), 'lake-')),
): Promise<TestLake> {
  const running = await startLake({
    port: 0,
    dataFolder,
    projectId: 'local',
    clock: () => new Date(),
    allowedOrigins: [studioOrigin],
    trustsProxy: false,
    datasets: [
      { name: 'production', isPublic: false },
      { name: 'open', isPublic: true },
    ],
    editorSecretFile: join(dataFolder, 'editor-secret'),
    tokens: [
      { name: 'administrator', token: tokens.administrator, role: 'administrator' },
      { name: 'editor', token: tokens.editor, role: 'editor' },
      { name: 'viewer', token: tokens.viewer, role: 'viewer' },
    ],
    ...options,
  });
  const client = (config: Partial<ClientConfig> = {}) =>
    createClient({
      projectId: 'local',
      dataset: 'production',
      apiVersion: '2025-02-19',
      apiHost: running.url,
      useProjectHostname: false,
      useCdn: false,
      token: tokens.administrator,
      maxRetries: 0,
      ...config,
    });
  return {
    ...running,
    dataFolder,
    client,
    restart: async (changed) => {
      await running.close();
      return startTestLake({ ...options, ...changed }, dataFolder);
    },
    end: async () => {
      await running.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The status and the body of a refused request. */
export async function refusal(work: Promise<unknown>): Promise<{ status: number; body: unknown }> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Error && 'response' in error) {
    const { response } = error;
    if (typeof response === 'object' && response !== null && 'statusCode' in response && 'body' in response) {
      return { status: Number(response.statusCode), body: response.body };
    }
  }
  throw new Error(`Expected a refusal, got ${error instanceof Error ? error.message : 'success'}`);
}
