import { parentPort } from 'node:worker_threads';
import { type ParseRequest, parseOutcome } from './parse-outcome.ts';

parentPort?.on('message', (request: ParseRequest) => {
  parentPort?.postMessage(parseOutcome(request));
});
