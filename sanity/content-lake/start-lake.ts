import type { AddressInfo } from 'node:net';
import { actionRoutes } from './actions/actions-endpoint.ts';
import { serveRoutes } from './assets/serve-endpoint.ts';
import { uploadRoutes } from './assets/upload-endpoint.ts';
import type { Role } from './auth/caller.ts';
import { type Account, readOrMakeSecret, secretFileOf } from './auth/local-accounts.ts';
import { signInRoutes } from './auth/sign-in-endpoints.ts';
import { robot } from './auth/token-store.ts';
import { historyRoutes } from './history/history-endpoints.ts';
import { hookRoutes } from './hooks/hook-endpoints.ts';
import { json } from './http/reply.ts';
import { type Route, route } from './http/route.ts';
import { createLakeServer } from './http/server.ts';
import { Underway } from './http/underway.ts';
import { Lake } from './lake.ts';
import { attachSockets } from './listen/sockets.ts';
import { streamRoutes } from './listen/stream-endpoints.ts';
import { mutateRoutes } from './mutate/mutate-endpoint.ts';
import { corsRoutes } from './projects/cors-endpoints.ts';
import { datasetRoutes } from './projects/dataset-endpoints.ts';
import { projectRoutes } from './projects/project-endpoints.ts';
import { robotRoutes } from './projects/robot-endpoints.ts';
import { tokenRoutes } from './projects/token-endpoints.ts';
import { documentRoutes } from './query/document-endpoint.ts';
import { exportRoutes } from './query/export-endpoint.ts';
import { queryRoutes } from './query/query-endpoint.ts';
import { keyValueRoutes } from './users/key-values.ts';
import { userRoutes } from './users/user-endpoints.ts';

export type StartOptions = {
  port: number;
  dataFolder: string;
  projectId: string;
  allowedOrigins: readonly string[];
  trustsProxy: boolean;
  datasets: readonly { name: string; isPublic: boolean }[];
  /** Tokens from the command line and the environment, with what they may do. */
  tokens: readonly { name: string; token: string; role: Role }[];
  /** Holds the secret of the account `editor`; made when it is missing. */
  editorSecretFile: string;
  clock: () => Date;
  /** Accounts beside `editor`. Their secrets are made in the same folder. */
  accounts?: readonly Account[];
};

export type RunningLake = {
  url: string;
  lake: Lake;
  /** Secrets that this start has made. */
  madeSecrets: readonly { account: string; path: string }[];
  close: () => Promise<void>;
};

/** Everything that is answered; the first that fits wins. */
export const routes: readonly Route[] = [
  route('GET', 'ping', () => json('PONG')),
  ...signInRoutes,
  // Before userRoutes: `users/me/keyvalue` is no list of users.
  ...keyValueRoutes,
  ...userRoutes,
  ...corsRoutes,
  ...projectRoutes,
  ...datasetRoutes,
  ...tokenRoutes,
  ...robotRoutes,
  ...queryRoutes,
  ...documentRoutes,
  ...exportRoutes,
  ...historyRoutes,
  ...mutateRoutes,
  ...actionRoutes,
  ...streamRoutes,
  ...hookRoutes,
  ...uploadRoutes,
  ...serveRoutes,
];

/** How long a stop waits for what is being answered. */
const stopMilliseconds = 5000;

export async function startLake(options: StartOptions): Promise<RunningLake> {
  const { port, tokens, editorSecretFile, accounts = [], ...rest } = options;
  const people = [{ name: 'editor', role: 'editor' as const }, ...accounts].map((account) => {
    const path = secretFileOf(account.name, editorSecretFile);
    return { ...account, path, ...readOrMakeSecret(path) };
  });
  const lake = new Lake({ ...rest, accounts: people });
  for (const { name, token, role } of tokens) lake.tokens.accept(token, robot(name, role));
  const underway = new Underway();
  const server = createLakeServer(lake, routes, underway);
  const sockets = attachSockets(server, lake);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, resolve);
    });
  } catch (error) {
    await lake.close();
    throw error;
  }
  // It takes longer than a search would wait for it.
  for (const dataset of lake.datasets.values()) dataset.perspectives.raw.words.begin();
  const address = server.address() as AddressInfo; // A TCP server's address is never a string or null.
  const close = async () => {
    for (const socket of sockets.clients) socket.terminate();
    await underway.end(server, stopMilliseconds);
    await lake.close();
  };
  const madeSecrets = people.flatMap(({ name, path, isNew }) => (isNew ? [{ account: name, path }] : []));
  return { url: `http://localhost:${address.port}`, lake, madeSecrets, close };
}
