import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, vi } from 'vitest';

/** A program has to start in each of these tests; on a busy machine that takes its time. */
export const workerPatience = 60_000;

const secret = 'a secret of at least 24 characters';

/** The worker as a program of its own, beside a lake that knows the paper's settings and nothing else. */
export async function testWorkers(smtpUrl: string) {
  const running = new Set<ChildProcess>();
  const lake = createServer(({ url = '' }, response) => {
    // It has no lists, so that nothing is planned here.
    const result = url.includes('newsletterList') ? [] : [{ id: 'siteSettings', name: 'Reef & Shore' }];
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ result, ms: 1 }));
  });
  lake.listen(0, '127.0.0.1');
  await once(lake, 'listening');
  const lakeAddress = lake.address();
  const lakePort = lakeAddress && typeof lakeAddress === 'object' ? lakeAddress.port : 0;
  afterAll(() => {
    for (const worker of running) worker.kill('SIGKILL');
    lake.close();
  });

  function startWorker(databaseUrl: string, changed: Record<string, string> = {}) {
    const worker = spawn(process.execPath, [fileURLToPath(new URL('worker.ts', import.meta.url))], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        NODE_ENV: 'test',
        DATABASE_URL: databaseUrl,
        SMTP_URL: smtpUrl,
        MAIL_FROM: 'desk@news.example',
        SITE_URL: 'https://news.example',
        SANITY_API_HOST: `http://127.0.0.1:${lakePort}`,
        SANITY_API_READ_TOKEN: secret,
        SANITY_WEBHOOK_SECRET: secret,
        SESSION_SECRET: secret,
        ...changed,
      },
    });
    running.add(worker);
    let said = '';
    worker.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const ended = once(worker, 'exit').then(([code]) => {
      running.delete(worker);
      return code;
    });
    const says = (event: string) =>
      vi.waitFor(() => expect(said).toContain(`"event":"${event}"`), { timeout: workerPatience });
    return { worker, ended, says, said: () => said };
  }
  return startWorker;
}
