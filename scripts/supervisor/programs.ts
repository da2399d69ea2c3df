import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgramDefinition } from './program.ts';
import type { SecretsFolder } from './secrets.ts';
import type { Settings } from './settings.ts';
import { lakeEnvironment, lakeFolder } from './site-environment.ts';

const node = process.execPath;
const answerMs = 2000;

/** True when the address answers with a status of success. */
function answers(url: string): () => Promise<boolean> {
  return async () => (await fetch(url, { signal: AbortSignal.timeout(answerMs) })).ok;
}

export function lakeProgram(
  settings: Settings,
  secrets: SecretsFolder,
  environment: NodeJS.ProcessEnv,
  root: string,
): ProgramDefinition {
  const { ports, dataset } = settings;
  return {
    name: 'lake',
    command: [
      node,
      join(root, 'sanity', 'content-lake', 'main.ts'),
      ...['--port', String(ports.lake), '--data', lakeFolder(settings), '--dataset', dataset],
    ],
    environment: lakeEnvironment(settings, secrets, environment),
    workingFolder: root,
    isReady: answers(`http://localhost:${ports.lake}/v1/ping`),
  };
}

export function inboxProgram(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  root: string,
): ProgramDefinition {
  const { ports, dataDir } = settings;
  return {
    name: 'inbox',
    command: [
      node,
      fileURLToPath(new URL('./bin/maildev.js', import.meta.resolve('maildev'))),
      ...['--smtp', String(ports.inboxSmtp), '--ip', '127.0.0.1'],
      ...['--web', String(ports.inboxWeb), '--web-ip', '127.0.0.1'],
      ...['--mail-directory', join(dataDir, 'inbox'), '--max-emails', '1000'],
    ],
    environment,
    workingFolder: root,
    isReady: answers(`http://127.0.0.1:${ports.inboxWeb}/api/email`),
  };
}

export function siteProgram(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  root: string,
  isDevelopment: boolean,
): ProgramDefinition {
  return {
    name: 'site',
    command: [node, join(root, 'scripts', 'serve.ts'), ...(isDevelopment ? ['--dev'] : [])],
    environment: { ...environment, NODE_ENV: isDevelopment ? 'development' : 'production' },
    workingFolder: root,
    isReady: answers(`http://localhost:${settings.ports.site}/api/health/ready`),
  };
}

export function workerProgram(environment: NodeJS.ProcessEnv, root: string): ProgramDefinition {
  return {
    name: 'worker',
    command: [node, join(root, 'lib', 'mail', 'worker.ts')],
    environment: { ...environment, NODE_ENV: 'production' },
    workingFolder: root,
    isReady: async () => true,
    readyWords: 'worker ready',
  };
}
