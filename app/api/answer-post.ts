import 'server-only';
import type { PostedFields } from '#lib/subscribers/posted-fields.ts';

export type Posted = Extract<PostedFields, { kind: 'fields' }>;

type Answer = {
  /** What a program gets; a form is led to a page that says the result and has the same status. */
  status: number;
  result: string;
  message: string;
  location: string;
  cookies?: string[];
  /** A failure is told to come again in half a minute, unless it is said otherwise. */
  retryAfterSeconds?: number;
};

const usualWaitSeconds = 30;

/** JSON gets the status, an HTML form 303 to the page that says the result. No cache keeps either. */
export function answerPost({ asJson }: Pick<Posted, 'asJson'>, answer: Answer): Response {
  const { status, result, message, location, cookies = [] } = answer;
  const wait = answer.retryAfterSeconds ?? (status === 503 ? usualWaitSeconds : undefined);
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (wait !== undefined) headers.set('retry-after', String(wait));
  if (asJson) {
    const next = status < 300 ? { location } : {};
    const again = wait === undefined ? {} : { retryAfterSeconds: wait };
    return Response.json({ result, message, ...next, ...again }, { status, headers });
  }
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
}
