import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const portSchema = z.object({ port: z.number() });
const sinkSchema = z.object({
  mails: z.number(),
  addresses: z.number(),
  bytes: z.number(),
  firstAt: z.number(),
  lastAt: z.number(),
});

export type Sink = {
  url: string;
  /** What came since it began anew. */
  report: () => Promise<z.infer<typeof sinkSchema>>;
  startAnew: () => Promise<unknown>;
  stop: () => void;
};

/** The relay of a benchmark, in a process of its own so that its work is nobody else's. */
export async function startSink(root: string): Promise<Sink> {
  const sink = fork(join(root, 'scripts/bench/mail-sink.ts'));
  const { port } = portSchema.parse((await once(sink, 'message'))[0]);
  return {
    url: `smtp://127.0.0.1:${port}`,
    report: () => ask(sink, 'report'),
    startAnew: () => ask(sink, 'start anew'),
    stop: () => sink.disconnect(),
  };
}

async function ask(sink: ChildProcess, what: 'report' | 'start anew') {
  const answer = once(sink, 'message');
  sink.send(what);
  return sinkSchema.parse((await answer)[0]);
}
