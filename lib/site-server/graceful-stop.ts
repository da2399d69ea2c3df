/** What is needed of a node:http server; its own type is bound to its response class. */
type Stoppable = {
  close: (done: () => void) => unknown;
  closeIdleConnections: () => void;
  closeAllConnections: () => void;
  prependListener: (event: 'request', listener: (request: unknown, response: Answer) => void) => unknown;
};
type Answer = { shouldKeepAlive: boolean; once: (event: 'close', listener: () => void) => unknown };

const drainMilliseconds = 10_000;
const sweepMilliseconds = 50;

/**
 * Prepares a server for its end. The stop takes no new connections, lets running requests finish and resolves when the
 * last connection is closed; clients are told with their last answer, so that none sends another request into a
 * connection that is closing.
 */
export function gracefulStop(server: Stoppable): () => Promise<void> {
  const running = new Set<Answer>();
  let stopping = false;
  server.prependListener('request', (_, answer) => {
    running.add(answer);
    answer.once('close', () => running.delete(answer));
    if (stopping) answer.shouldKeepAlive = false;
  });
  return function stop() {
    stopping = true;
    for (const answer of running) answer.shouldKeepAlive = false;
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
  };
}
