import { type Handler, type LakeRequest, type Route, route } from '../http/route.ts';
import { httpSink } from './event-sink.ts';
import { openListen } from './listen-stream.ts';
import { openLive } from './live-stream.ts';
import type { OpenStream } from './stream-request.ts';

export type StreamPath = { pattern: string; open: OpenStream };

export const streamPaths: readonly StreamPath[] = [
  { pattern: 'data/listen/:dataset', open: openListen },
  { pattern: 'data/live/events/:dataset', open: openLive },
];

export const streamRoutes: Route[] = streamPaths.map(({ pattern, open }) =>
  route('GET', pattern, overHttp(open)),
);

function overHttp(open: OpenStream): Handler {
  return async ({ lake, url, path, caller, message, response }: LakeRequest) => {
    const lastEventId = message.headers['last-event-id'];
    const begin = await open({
      lake,
      url,
      path,
      caller,
      authorization: message.headers.authorization,
      lastEventId: typeof lastEventId === 'string' ? lastEventId : null,
    });
    response.req.socket.setTimeout(0);
    begin(httpSink(response));
    return { kind: 'taken' };
  };
}
