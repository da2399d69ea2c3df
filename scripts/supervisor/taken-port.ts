import { createServer } from 'node:net';

export type PortUse = { variable: string; port: number; program: string };

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') resolve(false);
      else reject(cause);
    });
    // Without a host it listens on every address, so anything on the port is in the way.
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** A sentence for the person who starts, or null when every port is free and asked for once. */
export async function portProblem(uses: readonly PortUse[]): Promise<string | null> {
  const seen = new Map<number, PortUse>();
  for (const use of uses) {
    const twin = seen.get(use.port);
    if (twin)
      return `${twin.variable} and ${use.variable} are both ${use.port}: each program needs a port of its own.`;
    seen.set(use.port, use);
    if (!(await isFree(use.port)))
      return `Port ${use.port} for the ${use.program} is taken by another program. Stop that one, or choose another port with ${use.variable}.`;
  }
  return null;
}
