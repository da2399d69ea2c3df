/** What the lake sends about one stream: its status first, then the text an event stream would carry, then its end. */
type Frame = { id: number; status?: number; body?: string; data?: string; end?: true };

type Stream = {
  answer: (status: number, body: string | undefined) => void;
  push: (text: string) => void;
  end: () => void;
  fail: (cause: Error) => void;
};

/** Many event streams over one WebSocket. A lost socket fails them all; whoever still listens opens anew. */
export class EventSocket {
  readonly #url: string;
  readonly #streams = new Map<number, Stream & { opening: string }>();
  #socket: WebSocket | undefined;
  #lastId = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** Registers a stream and asks the lake for it; answers its number. */
  open(request: { path: string }, stream: Stream): number {
    const socket = this.#connected();
    this.#lastId += 1;
    const opening = JSON.stringify({ open: this.#lastId, ...request });
    this.#streams.set(this.#lastId, { ...stream, opening });
    if (socket.readyState === WebSocket.OPEN) socket.send(opening);
    return this.#lastId;
  }

  /** Whoever listened has gone: the lake may stop, and nothing of the stream is handed on any more. */
  close(id: number): void {
    const wasOpen = this.#streams.delete(id);
    // A socket that still connects knows of no stream yet, and a browser complains when it is closed.
    if (!wasOpen || this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ close: id }));
    if (this.#streams.size === 0) this.#socket.close();
  }

  #connected(): WebSocket {
    const current = this.#socket;
    if (current && current.readyState <= WebSocket.OPEN) return current;
    if (current) this.#lost(current);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      for (const { opening } of this.#streams.values()) socket.send(opening);
      if (this.#streams.size === 0) socket.close();
    });
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))));
    socket.addEventListener('close', () => this.#lost(socket));
    return socket;
  }

  #receive(frame: Frame): void {
    const stream = this.#streams.get(frame.id);
    if (!stream) return;
    if (frame.status !== undefined) stream.answer(frame.status, frame.body);
    if (frame.data !== undefined) stream.push(frame.data);
    if (frame.end || (frame.status !== undefined && frame.status !== 200)) {
      this.#streams.delete(frame.id);
      stream.end();
    }
  }

  #lost(socket: WebSocket): void {
    // A socket that has been replaced carries nobody's stream any more.
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    const streams = [...this.#streams.values()];
    this.#streams.clear();
    for (const stream of streams) stream.fail(new TypeError('The connection to the content lake was lost.'));
  }
}
