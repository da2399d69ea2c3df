import { Worker } from 'node:worker_threads';
import type { Dataset } from '../dataset/dataset.ts';
import { Turns } from '../dataset/turns.ts';
import { dataError, LakeError } from '../http/lake-error.ts';
import type { Transaction } from '../store/transaction-log.ts';
import type { ApartAnswer, ApartMessage, ApartQuery } from './apart-messages.ts';

const limits = {
  /** The evaluation ends by itself after five seconds, unless it is one piece that cannot. */
  evaluationMilliseconds: 6000,
  charactersInMessage: 256 * 1024,
  /** Beside its copy of the documents. */
  memoryMegabytes: 1024,
} as const;

/** A thread with a copy of one dataset, given in turns, and told of every commit after that. */
export class EvaluationThread {
  readonly #worker: Worker;
  readonly #end = Promise.withResolvers<never>();
  readonly #ready: Promise<void>;
  readonly #forget: () => void;
  #onAnswer: (answer: ApartAnswer) => void = () => undefined;
  isEnded = false;

  constructor(dataset: Dataset) {
    const copyMegabytes = 2 * Math.ceil(process.memoryUsage().heapUsed / 2 ** 20);
    this.#worker = new Worker(new URL('./evaluation-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: copyMegabytes + limits.memoryMegabytes },
    });
    // It must not keep the program from ending.
    this.#worker.unref();
    this.#worker.on('error', (error) => this.end(isOutOfMemory(error) ? tooMuch('memory') : error));
    this.#worker.on('message', (answer: ApartAnswer) => this.#onAnswer(answer));
    // Nobody may be asking when it ends.
    this.#end.promise.catch(() => undefined);
    const meanwhile: ApartMessage[] = [];
    let tell = (message: ApartMessage): void => {
      meanwhile.push(message);
    };
    this.#forget = dataset.onTransaction((transaction) => tell(changesOf(transaction)));
    this.#ready = this.#sendDocuments(dataset).then(() => {
      tell = (message) => this.#post(message);
      meanwhile.forEach(tell);
    });
  }

  /** The body of the answer, as JSON text. One question at a time. */
  ask(query: ApartQuery): Promise<Uint8Array<ArrayBuffer>> {
    return Promise.race([this.#reply(query), this.#end.promise]);
  }

  end(cause: unknown): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.#forget();
    this.#end.reject(cause);
    void this.#worker.terminate();
  }

  async #reply(query: ApartQuery): Promise<Uint8Array<ArrayBuffer>> {
    await this.#ready;
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<ApartAnswer>((resolve) => {
      this.#onAnswer = (message) => {
        if (message.kind !== 'begun') resolve(message);
        else timer = setTimeout(() => this.end(tooMuch('time')), limits.evaluationMilliseconds);
      };
      this.#post({ kind: 'query', query });
    });
    clearTimeout(timer);
    if (answer.kind === 'answer') return answer.text;
    if (answer.kind === 'refused') throw new LakeError(answer.status, answer.message, answer.body);
    const reason = answer.kind === 'failed' ? answer.reason : answer.kind;
    throw new Error(`An evaluation in its thread failed: ${reason}`);
  }

  async #sendDocuments(dataset: Dataset): Promise<void> {
    const turns = new Turns();
    let texts: string[] = [];
    let characters = 0;
    for (const document of dataset.perspectives.raw.all()) {
      const text = JSON.stringify(document);
      texts.push(text);
      characters += text.length;
      if (characters < limits.charactersInMessage) continue;
      this.#post({ kind: 'documents', texts });
      texts = [];
      characters = 0;
      if (turns.isSliceSpent()) await turns.take();
      if (this.isEnded) return;
    }
    this.#post({ kind: 'documents', texts });
  }

  #post(message: ApartMessage): void {
    this.#worker.postMessage(message);
  }
}

function changesOf({ changes }: Transaction): ApartMessage {
  return {
    kind: 'changes',
    changes: changes.map(({ id, after }) => ({ id, text: after ? JSON.stringify(after) : null })),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuch(what: 'time' | 'memory'): LakeError {
  return dataError(400, 'queryTimeoutError', `The query took too much ${what}`);
}
