import { type Caller, may, unauthorized } from '../auth/caller.ts';
import type { Lake } from '../lake.ts';
import type { EventSink } from './event-sink.ts';

export type StreamRequest = {
  lake: Lake;
  url: URL;
  path: Record<string, string>;
  caller: Caller;
  lastEventId: string | null;
};

/** Refuses by throwing; what it returns begins the stream once somebody is ready to read it. */
export type OpenStream = (request: StreamRequest) => Promise<(sink: EventSink) => void>;

/** Streams speak of drafts, so nobody hears one without a token. */
export function requireDraftReader(caller: Caller): void {
  if (!may(caller, 'read')) throw unauthorized();
}
