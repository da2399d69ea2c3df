import { Worker } from 'node:worker_threads';
import type { ParseOutcome, ParseRequest } from './parse-outcome.ts';

const patienceMilliseconds = 2000;

let worker: Worker | null = null;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Parses in a thread of its own, one query after the other. The time that groq-js needs grows with the
 * square of a query's length and cannot be interrupted from within; a thread can be ended.
 */
export function parseApart(request: ParseRequest): Promise<ParseOutcome> {
  const work = turn.then(() => parseInWorker(request));
  turn = work.catch(() => undefined);
  return work;
}

function parseInWorker(request: ParseRequest): Promise<ParseOutcome> {
  const own = worker ?? startWorker();
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      own.off('message', onOutcome);
      own.off('error', onError);
    };
    const onOutcome = (outcome: ParseOutcome) => {
      settle();
      resolve(outcome);
    };
    const onError = (error: unknown) => {
      settle();
      worker = null;
      reject(error);
    };
    const timer = setTimeout(() => {
      settle();
      worker = null;
      own.terminate();
      resolve({ kind: 'too-long' });
    }, patienceMilliseconds);
    own.on('message', onOutcome);
    own.on('error', onError);
    own.postMessage(request);
  });
}

function startWorker(): Worker {
  worker = new Worker(new URL('./parse-worker.ts', import.meta.url));
  // It must not keep the program from ending.
  worker.unref();
  return worker;
}
