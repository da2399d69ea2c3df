/** What is needed of a node:http server; its own type is bound to its response class. */
type Stoppable = {
  close: (done: () => void) => unknown;
  closeIdleConnections: () => void;
  closeAllConnections: () => void;
  prependListener: (
    event: 'request',
    listener: (request: unknown, response: { shouldKeepAlive: boolean }) => void,
  ) => unknown;
};

const drainMilliseconds = 10_000;
const sweepMilliseconds = 50;

/** Stops taking connections, lets running requests finish, and resolves when the last connection is closed. */
export function gracefulStop(server: Stoppable): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Clients are told with their last answer, so that none sends another request into a closing connection.
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false;
  });
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
