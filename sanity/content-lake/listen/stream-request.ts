import { type Caller, may, unauthorized } from '../auth/caller.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Lake } from '../lake.ts';
import type { EventSink } from './event-sink.ts';

export type StreamRequest = {
  lake: Lake;
  url: URL;
  path: Record<string, string>;
  caller: Caller;
  /** As it came, to be asked again: the caller is who it was when the stream opened. */
  authorization: string | undefined;
  lastEventId: string | null;
};

/** Refuses by throwing; what it returns begins the stream once somebody is ready to read it. */
export type OpenStream = (request: StreamRequest) => Promise<(sink: EventSink) => void>;

/** Nobody hears of drafts without a token. */
export function requireDraftReader(caller: Caller): void {
  if (!may(caller, 'read')) throw unauthorized();
}

/** Of a public dataset anybody hears what anybody may read. */
export function requireReader(caller: Caller, dataset: Dataset): void {
  if (!isReader(caller, dataset)) throw unauthorized();
}

export function isReader(caller: Caller, dataset: Dataset): boolean {
  return dataset.isPublic || may(caller, 'read');
}
