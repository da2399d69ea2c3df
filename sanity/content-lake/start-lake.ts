import type { AddressInfo } from 'node:net';
import { serveRoutes } from './assets/serve-endpoint.ts';
import { uploadRoutes } from './assets/upload-endpoint.ts';
import type { Role } from './auth/caller.ts';
import { robot } from './auth/token-store.ts';
import { json } from './http/reply.ts';
import { type Route, route } from './http/route.ts';
import { createLakeServer } from './http/server.ts';
import { Lake } from './lake.ts';
import { mutateRoutes } from './mutate/mutate-endpoint.ts';
import { documentRoutes } from './query/document-endpoint.ts';
import { queryRoutes } from './query/query-endpoint.ts';

export type StartOptions = {
  port: number;
  dataFolder: string;
  projectId: string;
  allowedOrigins: readonly string[];
  datasets: readonly { name: string; isPublic: boolean }[];
  /** Tokens from the command line and the environment, with what they may do. */
  tokens: readonly { name: string; token: string; role: Role }[];
};

export type RunningLake = { url: string; lake: Lake; close: () => Promise<void> };

const routes: Route[] = [
  route('GET', 'ping', () => json('PONG')),
  ...queryRoutes,
  ...documentRoutes,
  ...mutateRoutes,
  ...uploadRoutes,
  ...serveRoutes,
];

export async function startLake(options: StartOptions): Promise<RunningLake> {
  const { port, tokens, ...rest } = options;
  const lake = new Lake({ ...rest, now: new Date() });
  for (const { name, token, role } of tokens) lake.tokens.accept(token, robot(name, role));
  const server = createLakeServer(lake, routes);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, resolve);
    });
  } catch (error) {
    lake.close();
    throw error;
  }
  const address = server.address() as AddressInfo; // A TCP server's address is never a string or null.
  const close = async () => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    lake.close();
  };
  return { url: `http://localhost:${address.port}`, lake, close };
}
