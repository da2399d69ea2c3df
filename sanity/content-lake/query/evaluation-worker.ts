import { parentPort } from 'node:worker_threads';
import { isDocument } from '../dataset/document.ts';
import { Perspectives } from '../dataset/perspectives.ts';
import { dataError, LakeError } from '../http/lake-error.ts';
import type { ApartAnswer, ApartMessage, ApartQuery } from './apart-messages.ts';
import { queryBody } from './query-body.ts';
import { runQuery } from './run-query.ts';

/** The thread in which long evaluations run, with its own copy of one dataset. */
const perspectives = new Perspectives();

parentPort?.on('message', (message: ApartMessage) => {
  switch (message.kind) {
    case 'documents':
      for (const text of message.texts) putText(text);
      break;
    case 'changes':
      for (const { id, text } of message.changes) {
        if (text === null) perspectives.remove(id);
        else putText(text);
      }
      break;
    case 'query':
      void answer(message.query);
      break;
    default:
      throw message satisfies never;
  }
});

function putText(text: string): void {
  const document: unknown = JSON.parse(text);
  if (!isDocument(document)) throw new Error('A document without _id or _type was sent');
  perspectives.put(document);
}

async function answer(asked: ApartQuery): Promise<void> {
  try {
    const view = await perspectives.view(asked.perspective);
    parentPort?.postMessage({ kind: 'begun' } satisfies ApartAnswer);
    const startedAt = performance.now();
    const found = await runQuery({ ...asked, view });
    const body = queryBody(found, asked.isEchoed ? asked.query : null, performance.now() - startedAt);
    const text = new TextEncoder().encode(JSON.stringify(body));
    parentPort?.postMessage({ kind: 'answer', text } satisfies ApartAnswer, [text.buffer]);
  } catch (cause) {
    parentPort?.postMessage(refusalOf(cause));
  }
}

function refusalOf(cause: unknown): ApartAnswer {
  if (cause instanceof LakeError) {
    return { kind: 'refused', status: cause.status, message: cause.message, body: cause.body };
  }
  if (cause instanceof RangeError) {
    const { status, message, body } = dataError(400, 'queryEvaluationError', 'The answer is too long');
    return { kind: 'refused', status, message, body };
  }
  return { kind: 'failed', reason: cause instanceof Error ? cause.message : String(cause) };
}
