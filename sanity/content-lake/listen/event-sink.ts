import type { ServerResponse } from 'node:http';
import type { Dataset } from '../dataset/dataset.ts';

/** Where one event stream's text goes: an HTTP response, or a frame of the shared WebSocket. */
export type EventSink = {
  send: (text: string) => void;
  /** Ends the stream from this side. */
  close: () => void;
  /** Called once when nobody reads any more. */
  onClose: (listener: () => void) => void;
};

export function eventText(name: string, data: unknown, id?: string): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return `event: ${name}\n${idLine}data: ${JSON.stringify(data)}\n\n`;
}

const heartbeatMilliseconds = 15_000;
const longestBacklogBytes = 16 * 1024 * 1024;

/** A comment now and then keeps proxies from closing a stream on which nothing happens. */
export function keepAlive(sink: EventSink): void {
  const timer = setInterval(() => sink.send(': keep-alive\n\n'), heartbeatMilliseconds);
  timer.unref();
  sink.onClose(() => clearInterval(timer));
}

/** A client that is told to disconnect does not come back, as it would when the stream just ended. */
export function endWith(dataset: Dataset, sink: EventSink): void {
  const stop = dataset.onEnd(() => {
    sink.send(eventText('disconnect', { reason: `Dataset "${dataset.name}" was deleted` }));
    sink.close();
  });
  sink.onClose(stop);
}

export function httpSink(response: ServerResponse): EventSink {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  return {
    send: (text) => {
      // A filter that took long may answer after the end. Writing then would end the program.
      if (response.writableEnded || response.destroyed) return;
      // Who does not read is cut off: it comes back and resumes, instead of filling our memory.
      if (response.writableLength > longestBacklogBytes) response.destroy();
      else response.write(text);
    },
    close: () => response.end(),
    onClose: (listener) => response.once('close', listener),
  };
}
