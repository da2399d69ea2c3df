import type { IncomingMessage } from 'node:http';
import { currentReader } from './current-reader.ts';
import { cookiesIn } from './reader-cookies.ts';

/** Whether a request comes from a subscriber, before any page is asked: its session is looked up. */
export async function isSubscriber({ headers: { cookie = '' } }: IncomingMessage): Promise<boolean> {
  const reader = await currentReader(cookiesIn(new Headers({ cookie })), null, new Date());
  return reader.kind === 'subscriber';
}
