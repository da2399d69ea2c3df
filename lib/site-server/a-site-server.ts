import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { SecuritySettings } from './security-headers.ts';
import { siteServer } from './site-server.ts';

const plainSettings: SecuritySettings = {
  secure: false,
  lakeOrigin: 'http://lake.test:3333',
  projectId: 'local',
  imageOrigin: null,
};

export type Received = { status: number; headers: Record<string, string | undefined>; body: Buffer };
type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A test's site: the real server on a free port, with the test in the framework's place. */
export async function aSiteServer(
  handle: Handle,
  settings: SecuritySettings | null = plainSettings,
  isSubscriber?: Parameters<typeof siteServer>[2],
  countView?: Parameters<typeof siteServer>[3],
) {
  const make = async (asked: IncomingMessage, response: ServerResponse) =>
    void (await handle(asked, response));
  const server = siteServer(make, settings, isSubscriber, countView);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, get: (path: string, headers = {}, method = 'GET') => ask(address, path, headers, method) };
}

function ask({ port }: AddressInfo, path: string, headers: object, method: string): Promise<Received> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, path, method, headers: { connection: 'close', ...headers } },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        // Not `headers`, which drops the second of what may be said only once.
        const received = Object.entries(answer.headersDistinct).map(([name, values]) => [
          name,
          values?.join(', '),
        ]);
        resolve({
          status: answer.statusCode ?? 0,
          headers: Object.fromEntries(received),
          body: Buffer.concat(chunks),
        });
      },
    );
    asked.once('error', reject);
    asked.end();
  });
}
