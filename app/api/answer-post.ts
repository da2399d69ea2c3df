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
  retryAfterSeconds?: number;
};

/** JSON gets the status, an HTML form 303 to the page that says the result. No cache keeps either. */
export function answerPost({ asJson }: Pick<Posted, 'asJson'>, answer: Answer): Response {
  const { status, result, message, location, cookies = [], retryAfterSeconds } = answer;
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  if (asJson) {
    const next = status < 300 ? { location } : {};
    const again = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
    return Response.json({ result, message, ...next, ...again }, { status, headers });
  }
  headers.set('location', location);
  return new Response(null, { status: 303, headers });
}
