import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { StackPlan } from '../fixtures/stack.ts';

const root = join(import.meta.dirname, '..', '..');
const publicUrl = 'https://news.example';

/**
 * A second site beside the stack's, on its lake and database, as it runs behind a proxy that ends TLS: it listens to
 * plain HTTP and knows that its readers come by https.
 */
export async function startTlsSite({ dataDir, ports, lakeUrl }: StackPlan) {
  const port = await freePort();
  const secret = (name: string) => join(dataDir, 'secrets', name);
  const variables = {
    ...{ SITE_URL: publicUrl, PORT: String(port), DATA_DIR: dataDir, TRUSTED_PROXY_HOPS: '1' },
    ...{ SANITY_PROJECT_ID: 'local', SANITY_DATASET: 'production', SANITY_API_HOST: lakeUrl },
    ...{
      SANITY_API_READ_TOKEN_FILE: secret('lake-read-token'),
      SANITY_WEBHOOK_SECRET_FILE: secret('webhook-secret'),
    },
    ...{ DATABASE_URL_FILE: secret('database-url'), SESSION_SECRET_FILE: secret('session-secret') },
    SMTP_URL: `smtp://127.0.0.1:${ports.inboxSmtp}`,
  };
  const given = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', [...given, process.execPath, join(root, 'scripts', 'serve.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('site ready')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(() => reject(new Error(`The second site ended:\n${said}`)));
  });
  return {
    origin: `http://localhost:${port}`,
    /** What the proxy in front says about a reader's request. */
    proxied: { host: 'news.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' },
    publicUrl,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
