import type { Hook } from './hook.ts';
import type { HookLog } from './hook-log.ts';
import { signatureHeader } from './hook-signature.ts';
import type { Busy, Delivery, HookStore } from './hook-store.ts';

const limits = {
  concurrent: 8,
  /** A receiver that never answers must not hold up the messages of the others. */
  concurrentPerHook: 2,
  attemptMilliseconds: 30_000,
  firstPauseMilliseconds: 1000,
  longestPauseMilliseconds: 120_000,
  retryMilliseconds: 30 * 60_000,
} as const;

type AttemptResult = { kind: 'delivered' | 'again' | 'refused'; message: string; code: number | null };

/** Empties the queue: at once what is new, with growing pauses what the other side could not take. */
export class HookSender {
  readonly #store: HookStore;
  readonly #log: HookLog;
  readonly #underway = new Map<number, { hookId: string; work: Promise<void> }>();
  readonly #stopped = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(store: HookStore, log: HookLog) {
    this.#store = store;
    this.#log = log;
  }

  send(): void {
    if (this.#stopped.signal.aborted) return;
    clearTimeout(this.#timer);
    while (this.#underway.size < limits.concurrent) {
      const delivery = this.#store.due(Date.now(), this.#busy());
      if (!delivery) break;
      const work = this.#deliver(delivery).finally(() => {
        this.#underway.delete(delivery.id);
        this.send();
      });
      this.#underway.set(delivery.id, { hookId: delivery.hookId, work });
    }
    if (this.#underway.size >= limits.concurrent) return;
    const next = this.#store.nextDue(this.#busy());
    if (next === null) return;
    this.#timer = setTimeout(() => this.send(), Math.max(10, next - Date.now()));
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    await Promise.all([...this.#underway.values()].map(({ work }) => work));
  }

  #busy(): Busy {
    const hookIds = [...this.#underway.values()].map(({ hookId }) => hookId);
    const full = hookIds.filter(
      (id) => hookIds.filter((other) => other === id).length >= limits.concurrentPerHook,
    );
    return { deliveries: [...this.#underway.keys()], hooks: [...new Set(full)] };
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const hook = this.#store.find(delivery.hookId);
    if (!hook) return;
    const startedAt = Date.now();
    const result = await this.#attempt(hook, delivery);
    // Broken off by our own end: the next start sends it.
    if (this.#stopped.signal.aborted && result.kind === 'again') return;
    const growing = limits.firstPauseMilliseconds * 2 ** delivery.attempts;
    const pause = Math.min(limits.longestPauseMilliseconds, growing);
    const isTooLate = Date.now() + pause > delivery.createdAt + limits.retryMilliseconds;
    const isOver = result.kind === 'refused' || isTooLate;
    const state = result.kind === 'delivered' ? 'delivered' : isOver ? 'failed' : 'queued';
    this.#log.add(delivery.id, {
      startedAt,
      durationMilliseconds: Date.now() - startedAt,
      resultCode: result.code,
      failureReason: result.kind === 'delivered' ? null : result.message,
    });
    this.#store.settle(delivery.id, state, result.message, Date.now() + pause);
    if (state === 'failed') console.error('lake.hook.gave-up', hook.id, delivery.id, result.message);
  }

  async #attempt(hook: Hook, { headers, body }: Delivery): Promise<AttemptResult> {
    try {
      const response = await fetch(hook.url, {
        method: hook.httpMethod,
        headers: { ...hook.headers, 'content-type': 'application/json', ...headers, ...signed(hook, body) },
        ...(hook.httpMethod === 'GET' ? {} : { body }),
        redirect: 'manual',
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(limits.attemptMilliseconds)]),
      });
      await response.body?.cancel();
      if (response.ok) return { kind: 'delivered', message: String(response.status), code: response.status };
      const isPassing = response.status === 429 || response.status >= 500;
      const kind = isPassing ? 'again' : 'refused';
      return { kind, message: `HTTP ${response.status}`, code: response.status };
    } catch (error) {
      // Nobody answered, or too late: that is what the queue is for.
      return { kind: 'again', message: error instanceof Error ? error.message : 'no answer', code: null };
    }
  }
}

/** Signed at each attempt: a receiver that refuses old signatures takes a repeated message all the same. */
function signed({ secret }: Hook, body: string): Record<string, string> {
  return secret === null ? {} : { 'sanity-webhook-signature': signatureHeader(body, secret, Date.now()) };
}
