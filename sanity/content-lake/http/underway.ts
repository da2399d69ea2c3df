import type { Server, ServerResponse } from 'node:http';

/** Requests that are being answered, so that a stop can wait for them. Event streams are none: they never end. */
export class Underway {
  readonly #responses = new Set<ServerResponse>();
  #isEnding = false;
  #whenNone = () => {};

  begin(response: ServerResponse): void {
    this.#responses.add(response);
    // Whoever asks on during a stop asks the next program.
    if (this.#isEnding) response.setHeader('connection', 'close');
    response.once('close', () => this.leave(response));
  }

  leave(response: ServerResponse): void {
    this.#responses.delete(response);
    if (this.#responses.size === 0) this.#whenNone();
  }

  /** Takes no more connections, lets what has begun come to its end for a while, then breaks off the rest. */
  async end(server: Server, patienceMilliseconds: number): Promise<void> {
    this.#isEnding = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const timer = setTimeout(() => this.#whenNone(), patienceMilliseconds);
    if (this.#responses.size > 0) await new Promise<void>((resolve) => (this.#whenNone = resolve));
    clearTimeout(timer);
    server.closeAllConnections();
    await closed;
  }
}
