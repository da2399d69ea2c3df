import { createServer } from 'node:net';

export type PortUse = { variable: string; port: number; program: string };

function tryPort(port: number): Promise<'free' | 'taken' | 'forbidden'> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') resolve('taken');
      else if (cause.code === 'EACCES') resolve('forbidden');
      else reject(cause);
    });
    // Without a host it listens on every address, so anything on the port is in the way.
    probe.listen(port, () => probe.close(() => resolve('free')));
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
    const found = await tryPort(use.port);
    if (found === 'forbidden')
      return `Port ${use.port} for the ${use.program} needs rights that you do not have. Choose another port with ${use.variable}.`;
    if (found === 'taken')
      return `Port ${use.port} for the ${use.program} is taken by another program. Stop that one, or choose another port with ${use.variable}.`;
  }
  return null;
}
