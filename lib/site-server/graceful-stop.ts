import type { Server } from 'node:http';

type Stoppable = Pick<Server, 'closeIdleConnections' | 'closeAllConnections'> & {
  close: (done: () => void) => unknown;
};

const drainMilliseconds = 10_000;
const sweepMilliseconds = 50;

/** Stops taking connections, lets running requests finish, and resolves when the last connection is closed. */
export function gracefulStop(server: Stoppable): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Connections that become idle while we wait are kept alive by their clients: they have to be swept.
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMilliseconds);
  const force = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
  server.close(() => {
    clearInterval(sweep);
    clearTimeout(force);
    resolve();
  });
  return promise;
}
