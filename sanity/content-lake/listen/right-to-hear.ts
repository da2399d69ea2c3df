import type { Caller } from '../auth/caller.ts';
import { LakeError } from '../http/lake-error.ts';
import { callerOf } from '../http/server.ts';
import { type EventSink, eventText } from './event-sink.ts';
import type { StreamRequest } from './stream-request.ts';

/**
 * Whether who opened a stream may still hear it: a stream lives for days, and meanwhile its token is
 * revoked or its dataset made private. Asked before each event; the stream ends at the first no.
 */
export function rightToHear(
  { lake, authorization, caller }: StreamRequest,
  sink: EventSink,
  mayHear: (caller: Caller) => boolean,
): () => boolean {
  let seen = lake.tokens.revocations;
  let current: Caller | null = caller;
  const look = (): Caller | null => {
    try {
      return callerOf(lake, authorization, lake.clock());
    } catch (error) {
      if (error instanceof LakeError) return null;
      throw error;
    }
  };
  return () => {
    if (lake.tokens.revocations !== seen) {
      seen = lake.tokens.revocations;
      current = look();
    }
    if (current && mayHear(current)) return true;
    sink.send(eventText('disconnect', { reason: 'Unauthorized' }));
    sink.close();
    return false;
  };
}
